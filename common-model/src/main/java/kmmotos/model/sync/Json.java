package kmmotos.model.sync;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;

/// The one definition of how the model's records look as JSON: snake_case names, RFC 3339 times,
/// decimals as text, nothing for what is absent. Unknown members are passed over, so that an older
/// side can read what a newer one writes.
public final class Json {

    /// Deep enough for every message, far too shallow for an attack on the parser's stack.
    public static final int MAX_DEPTH = 50;

    public static final ObjectMapper MAPPER = mapper(false);

    /// The same, with members mostly in the order of the canonical form.
    static final ObjectMapper SORTED = mapper(true);

    private Json() {}

    private static ObjectMapper mapper(boolean isSorted) {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                        // By default each thread keeps its own buffers; a server has a thread for
                        // each connection.
                        .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                        .build();
        JsonMapper mapper =
                JsonMapper.builder(factory)
                        .addModules(new Jdk8Module(), new JavaTimeModule())
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_ABSENT,
                                        JsonInclude.Include.NON_ABSENT))
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, isSorted)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(
                                BigDecimal.class,
                                config ->
                                        config.setCoercion(
                                                CoercionInputShape.String,
                                                CoercionAction.TryConvert))
                        // A record's components are its members; its questions (isOpen) are not.
                        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build();
        mapper.configOverride(BigDecimal.class)
                .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }
}
