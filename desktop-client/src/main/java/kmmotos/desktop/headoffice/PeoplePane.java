package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.PaperStrip;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.StoreId;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// People at the left; at the right the chosen one's role, stores, PIN and badge.
final class PeoplePane extends ListAndDetail<StaffLine> {
    private static final PaperLayout PAPER = new PaperLayout(42);

    private final PeopleModel model;
    private final Consumer<Slip> print;
    private final VBox badge = new VBox(8);

    PeoplePane(Workplace workplace, PeopleModel model, Consumer<Slip> print) {
        super(workplace);
        this.model = model;
        this.print = print;
        list(
                "people",
                model.people(),
                new Label(texts.get("headoffice.people.none")),
                one -> one.ifPresent(_ -> model.choose(one)));
        column("headoffice.people.name", 180, StaffLine::name);
        column("headoffice.people.role", 110, one -> role(one.role()));
        column("headoffice.people.at", 110, PeoplePane::stores);
        column(
                "headoffice.people.badge",
                70,
                one -> texts.get(one.hasBadge() ? "headoffice.yes" : "headoffice.no"));
        column(
                "headoffice.state",
                90,
                one ->
                        texts.get(
                                one.active()
                                        ? "headoffice.people.active"
                                        : "headoffice.people.left"));
        var begin = new Button(texts.get("headoffice.people.begin"));
        begin.setId("people-begin");
        begin.setOnAction(_ -> model.begin());
        above(begin);
        model.badgeProperty()
                .subscribe(
                        made -> badge.getChildren().setAll(made.map(this::made).orElse(List.of())));
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignA.ACCOUNT_OUTLINE,
                        texts.get("headoffice.people.choose"),
                        texts.get("headoffice.people.choose_text")));
    }

    private String role(Role role) {
        return texts.get("staff.role." + role.name().toLowerCase(Locale.ROOT));
    }

    private static String stores(StaffLine person) {
        return person.stores().stream()
                .map(StoreId::value)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    List<Node> cards(StaffLine person) {
        return model.isKnown() && person.active()
                ? List.of(form(person), badge(person))
                : List.of(form(person));
    }

    private Node form(StaffLine person) {
        var name = new NamedField(texts, "people-name", "headoffice.people.name");
        name.setText(person.name());
        var role = roles(person.role());
        var stores = new NamedField(texts, "people-stores", "headoffice.people.stores");
        stores.setText(stores(person));
        var active = new CheckBox(texts.get("headoffice.people.works"));
        active.setId("people-active");
        active.setSelected(person.active());
        var pin = secret("people-pin", "headoffice.people.pin");
        var login = new NamedField(texts, "people-login", "headoffice.people.login");
        var password = secret("people-password", "headoffice.people.password");
        var save = new Button(texts.get("headoffice.people.save"));
        save.setId("people-save");
        save.getStyleClass().add("primary");
        save.setOnAction(_ ->
                model.save(
                        new PeopleModel.Typed(
                                name.getText(),
                                role.getValue(),
                                stores.getText(),
                                active.isSelected(),
                                pin.getText(),
                                login.getText(),
                                password.getText())));
        var hint = new Label(texts.get("headoffice.people.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        var body = new VBox(8, name, role, stores, active, pin, login, password, hint, save);
        String title =
                person.name().isEmpty() ? texts.get("headoffice.people.begin") : person.name();
        return new Card(title, body);
    }

    private ComboBox<Role> roles(Role now) {
        var roles = new ComboBox<Role>();
        roles.setId("people-role");
        roles.setAccessibleText(texts.get("headoffice.people.role"));
        roles.getItems().setAll(Role.values());
        roles.setCellFactory(_ -> new RoleCell());
        roles.setButtonCell(new RoleCell());
        roles.setValue(now);
        roles.setMaxWidth(Double.MAX_VALUE);
        return roles;
    }

    /// A role as people call it.
    private final class RoleCell extends ListCell<Role> {
        @Override
        protected void updateItem(Role role, boolean empty) {
            super.updateItem(role, empty);
            setText(empty ? "" : role(role));
        }
    }

    private PasswordField secret(String id, String key) {
        var field = new PasswordField();
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        return field;
    }

    private Node badge(StaffLine person) {
        var about = new Label(texts.get("headoffice.people.badge.text"));
        about.setWrapText(true);
        about.getStyleClass().add("muted");
        var make = new Button(texts.get("headoffice.people.badge.make"));
        make.setId("people-badge");
        make.setOnAction(_ -> model.makeBadge());
        var take = new Button(texts.get("headoffice.people.badge.take"));
        take.setId("people-badge-take");
        take.getStyleClass().add("danger");
        take.setDisable(!person.hasBadge());
        take.setOnAction(_ -> model.takeBadge());
        var row = new HBox(make, take);
        row.getStyleClass().add("toolbar");
        return new Card(texts.get("headoffice.people.badge"), about, row, badge);
    }

    private List<Node> made(Slip slip) {
        var again = new Button(texts.get("headoffice.people.badge.print"));
        again.setId("people-badge-print");
        again.setOnAction(_ -> print.accept(slip));
        return List.of(new PaperStrip(PAPER, slip), again);
    }
}
