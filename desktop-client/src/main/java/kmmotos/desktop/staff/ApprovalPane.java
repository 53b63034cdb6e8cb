package kmmotos.desktop.staff;

import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.staff.StaffMember;

/// Asks for a second person's PIN beside the sale. Scans go on meanwhile; Esc drops the question.
public final class ApprovalPane extends VBox {
    private final ApprovalModel model;
    private final Label what = new Label();
    private final ComboBox<StaffMember> approver = new ComboBox<>();
    private final PasswordField pin = new PasswordField();
    private final Runnable answered;

    /// @param answered called when the question is gone, to give the focus back
    public ApprovalPane(ApprovalModel model, Texts texts, Runnable answered) {
        this.model = model;
        this.answered = answered;
        getStyleClass().addAll("card", "approval");
        var title = new Label(texts.get("staff.approval.title"));
        title.getStyleClass().add("section-title");
        what.setWrapText(true);
        approver.setConverter(names());
        approver.setMaxWidth(Double.MAX_VALUE);
        approver.setAccessibleText(texts.get("staff.approval.who"));
        pin.setId("approval-pin");
        pin.setPromptText(texts.get("staff.pin"));
        pin.setAccessibleText(texts.get("staff.pin"));
        pin.setTextFormatter(PinText.formatter());
        pin.setOnAction(_ -> approve());
        var trouble = new Label();
        trouble.getStyleClass().add("bad");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.troubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        var approve = KeyCap.button("Enter", texts.get("staff.approval.approve"), this::approve);
        approve.getStyleClass().add("primary");
        var cancel = KeyCap.button("Esc", texts.get("ui.cancel"), model::cancel);
        var buttons = new HBox(approve, cancel);
        buttons.getStyleClass().add("toolbar");
        getChildren().addAll(title, what, approver, pin, trouble, buttons);
        model.askedProperty().subscribe(this::show);
    }

    private void show(Optional<ApprovalModel.Asked> asked) {
        boolean wasShown = isVisible();
        setVisible(asked.isPresent());
        setManaged(asked.isPresent());
        pin.clear();
        asked.ifPresent(question -> {
            what.setText(question.what());
            approver.getItems().setAll(question.approvers());
            approver.getSelectionModel().selectFirst();
            pin.requestFocus();
        });
        if (wasShown && asked.isEmpty()) {
            answered.run();
        }
    }

    private void approve() {
        var typed = pin.getText();
        pin.clear();
        Optional.ofNullable(approver.getValue()).ifPresent(by -> model.approve(by, typed));
    }

    private static StringConverter<StaffMember> names() {
        return new StringConverter<>() {
            @Override
            public String toString(StaffMember member) {
                return member == null ? "" : member.name();
            }

            @Override
            public StaffMember fromString(String name) {
                throw new UnsupportedOperationException("approvers are chosen, not typed");
            }
        };
    }
}
