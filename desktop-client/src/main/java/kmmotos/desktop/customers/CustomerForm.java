package kmmotos.desktop.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import kmmotos.desktop.ui.Texts;
import org.jspecify.annotations.Nullable;

/// The fields of a customer.
final class CustomerForm extends GridPane {
    private static final List<Optional<Boolean>> CONSENTS =
            List.of(Optional.empty(), Optional.of(true), Optional.of(false));

    private final CustomerModel model;
    private final Texts texts;
    private final TextField name = field("customer-name");
    private final TextField phone = field("customer-phone");
    private final TextField email = field("customer-email");
    private final TextField taxNumber = field("customer-tax-number");
    private final ComboBox<String> group = new ComboBox<>();
    private final ComboBox<String> language = new ComboBox<>();
    private final ComboBox<Optional<Boolean>> consent = new ComboBox<>();
    private final Label consentAt = new Label();

    CustomerForm(CustomerModel model, Runnable save) {
        this.model = model;
        this.texts = model.desk().texts();
        getStyleClass().add("form");
        List.of(name, phone, email, taxNumber).forEach(one -> one.setOnAction(_ -> save.run()));
        group.setId("customer-group");
        group.setDisable(!model.maySetGroup());
        show(group, it -> it.isEmpty() ? texts.get("customers.group.usual") : it);
        language.setId("customer-language");
        language.getItems().add("");
        Texts.LANGUAGES.forEach(one -> language.getItems().add(one.toLanguageTag()));
        show(language, this::language);
        consent.setId("customer-consent");
        consent.getItems().setAll(CONSENTS);
        show(consent, this::consent);
        consentAt.getStyleClass().addAll("muted", "small");
        row("customers.name", name);
        row("customers.phone", phone);
        row("customers.email", email);
        row("customers.tax_number", taxNumber);
        row("customers.group", group);
        row("customers.language", language);
        row("customers.consent", consent);
        add(consentAt, 1, getRowCount());
        model.groups().subscribe(this::showGroups);
        model.draftProperty().subscribe(this::show);
    }

    private static TextField field(String id) {
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(22);
        return field;
    }

    private void row(String key, Node field) {
        var label = new Label(texts.get(key));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        addRow(getRowCount(), label, field);
    }

    private static <T> void show(ComboBox<T> box, Function<T, String> words) {
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
    }

    private String language(String tag) {
        return tag.isEmpty()
                ? texts.get("customers.language.shop")
                : Locale.forLanguageTag(tag).getDisplayLanguage(texts.locale());
    }

    private String consent(Optional<Boolean> given) {
        return texts.get(
                given.map(yes -> yes ? "customers.consent.yes" : "customers.consent.no")
                        .orElse("customers.consent.unasked"));
    }

    private void show(CustomerDraft draft) {
        name.setText(draft.name());
        phone.setText(draft.phone());
        email.setText(draft.email());
        taxNumber.setText(draft.taxNumber());
        showGroups();
        language.setValue(draft.language());
        consent.setValue(draft.consent());
        consentAt.setText(
                model.customerProperty()
                        .get()
                        .flatMap(known -> known.consent())
                        .map(said ->
                                texts.get(
                                        "customers.consent.at",
                                        model.desk().formats().dateTime(said.at())))
                        .orElse(""));
    }

    private void showGroups() {
        var own = model.draftProperty().get().priceGroup();
        var all = new ArrayList<>(List.of(""));
        all.addAll(model.groups());
        if (!all.contains(own)) {
            all.add(own);
        }
        group.getItems().setAll(all);
        group.setValue(own);
    }

    CustomerDraft typed() {
        return new CustomerDraft(
                name.getText(),
                phone.getText(),
                email.getText(),
                taxNumber.getText(),
                group.getValue(),
                language.getValue(),
                consent.getValue());
    }

    Node firstField() {
        return name;
    }
}
