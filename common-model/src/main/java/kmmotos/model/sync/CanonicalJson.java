package kmmotos.model.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/// The one byte sequence that stands for a JSON value, to be hashed and signed: RFC 8785 (JSON
/// Canonicalization Scheme) for values whose numbers are integers of at most 53 bits. Members are
/// sorted by name, there are no blanks, and strings escape only what they must.
///
/// It is made from the JSON tree and not from a record, so that a server can check the hash of an
/// event whose type or version it does not know.
public final class CanonicalJson {

    private static final long MAX_INTEGER = (1L << 53) - 1;

    private CanonicalJson() {}

    /// The canonical UTF-8 bytes of a record of the model.
    public static byte[] bytes(Object value) {
        return bytes(tree(value));
    }

    /// A record of the model as a tree that is quick to write.
    static JsonNode tree(Object value) {
        return Json.SORTED.valueToTree(value);
    }

    /// @throws IllegalArgumentException if the tree holds a fraction or an integer beyond 53 bits
    public static byte[] bytes(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        write(tree, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> writeArray(node, out);
            case STRING -> writeString(node.textValue(), out);
            case NUMBER -> out.append(integer(node));
            case BOOLEAN, NULL -> out.append(node.asText());
            case BINARY, MISSING, POJO ->
                    throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        String separator = "{";
        for (var member : inOrder(object.properties())) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append(object.isEmpty() ? "{}" : "}");
    }

    private static Collection<Map.Entry<String, JsonNode>> inOrder(
            Set<Map.Entry<String, JsonNode>> members) {
        String before = "";
        for (var member : members) {
            if (before.compareTo(member.getKey()) > 0) {
                return members.stream().sorted(Map.Entry.comparingByKey()).toList();
            }
            before = member.getKey();
        }
        return members;
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        out.append('[');
        for (Iterator<JsonNode> items = array.iterator(); items.hasNext(); ) {
            write(items.next(), out);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static long integer(JsonNode number) {
        if (!number.canConvertToExactIntegral() || !number.canConvertToLong()) {
            throw new IllegalArgumentException("numbers are integers, was " + number);
        }
        long value = number.longValue();
        if (value < -MAX_INTEGER || value > MAX_INTEGER) {
            throw new IllegalArgumentException("integers have at most 53 bits, was " + value);
        }
        return value;
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            writeEscaped(text, out);
        }
        out.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void writeEscaped(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(c < 16 ? "0" : "")
                                .append(Integer.toHexString(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }
}
