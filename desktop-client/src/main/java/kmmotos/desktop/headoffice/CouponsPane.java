package kmmotos.desktop.headoffice;

import java.math.BigDecimal;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.SaveFile;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Discount;
import kmmotos.model.stores.StoreId;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Batches of signed coupons at the left; at the right a new one, and what is done with the chosen
/// one.
final class CouponsPane extends HBox {
    private static final double WIDTH = 400;

    private final CouponsModel model;
    private final SaveFile files;
    private final Texts texts;
    private final Formats formats;

    CouponsPane(Workplace workplace, CouponsModel model, SaveFile files) {
        this.model = model;
        this.files = files;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        getStyleClass().addAll("split", "tab-content");
        var table = table();
        HBox.setHgrow(table, Priority.ALWAYS);
        var detail = new VBox(issuing(), chosen(table));
        detail.getStyleClass().add("column");
        detail.setMinWidth(WIDTH);
        detail.setPrefWidth(WIDTH);
        getChildren().addAll(table, detail);
    }

    private TableView<CouponBatchView> table() {
        var table = new TableView<>(model.batches());
        table.setId("coupon-batches");
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.name"), 140, one -> one.batch().name()));
        table.getColumns()
                .add(new TextColumn<>(texts.get("headoffice.coupons.off"), 150, this::off));
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.coupons.until"),
                                110,
                                one -> formats.date(one.batch().until())));
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.store"),
                                55,
                                one ->
                                        one.batch()
                                                .store()
                                                .map(StoreId::value)
                                                .orElseGet(() ->
                                                        texts.get("headoffice.coupons.all"))));
        table.getColumns()
                .add(
                        new TextColumn<CouponBatchView>(
                                        texts.get("headoffice.coupons.used"),
                                        95,
                                        one ->
                                                texts.get(
                                                        "headoffice.coupons.used_of",
                                                        formats.count(one.used()),
                                                        formats.count(one.batch().count())))
                                .right());
        table.getColumns().add(new TextColumn<>(texts.get("headoffice.state"), 180, this::state));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyNote(
                        MaterialDesignT.TICKET_PERCENT_OUTLINE,
                        texts.get("headoffice.coupons.none"),
                        texts.get("headoffice.coupons.none_text")));
        return table;
    }

    private String off(CouponBatchView batch) {
        String off =
                switch (batch.batch().discount()) {
                    case Discount.PercentOff(BigDecimal percent) -> formats.percent(percent);
                    case Discount.AmountOff(Money amount) -> formats.money(amount);
                };
        return batch.batch()
                .minimum()
                .map(least -> texts.get("headoffice.coupons.off_from", off, formats.money(least)))
                .orElse(off);
    }

    private String state(CouponBatchView batch) {
        return batch.withdrawnAt()
                .map(at -> texts.get("headoffice.revoked"))
                .orElseGet(() -> formats.dateTime(batch.issuedAt()));
    }

    private Node issuing() {
        var name = new NamedField(texts, "coupon-name", "headoffice.coupons.name");
        var off = new NamedField(texts, "coupon-off", "headoffice.coupons.off_prompt");
        var minimum = new NamedField(texts, "coupon-minimum", "headoffice.coupons.minimum_prompt");
        var until = new DatePicker();
        until.setId("coupon-until");
        until.setMaxWidth(Double.MAX_VALUE);
        until.setConverter(new LocalDateStringConverter(FormatStyle.SHORT, texts.locale(), null));
        var store = new NamedField(texts, "coupon-store", "headoffice.coupons.store_prompt");
        var count = new NamedField(texts, "coupon-count", "headoffice.coupons.count_prompt");
        var issue = new Button(texts.get("headoffice.coupons.issue"));
        issue.setId("coupon-issue");
        issue.getStyleClass().add("primary");
        issue.setOnAction(_ ->
                model.issue(
                        new CouponsModel.Typed(
                                name.getText(),
                                off.getText(),
                                minimum.getText(),
                                until.getValue(),
                                store.getText(),
                                count.getText())));
        var fields =
                new Facts()
                        .add(texts.get("headoffice.name"), name)
                        .add(texts.get("headoffice.coupons.off"), off)
                        .add(texts.get("headoffice.coupons.minimum"), minimum)
                        .add(texts.get("headoffice.coupons.until"), until)
                        .add(texts.get("headoffice.store"), store)
                        .add(texts.get("headoffice.coupons.count"), count);
        return new Card(texts.get("headoffice.coupons.new"), fields, issue);
    }

    private Node chosen(TableView<CouponBatchView> table) {
        var picked = table.getSelectionModel().selectedItemProperty();
        var save = new Button(texts.get("headoffice.coupons.save"));
        save.setId("coupon-save");
        save.disableProperty().bind(picked.isNull());
        save.setOnAction(_ -> {
            var batch = picked.get();
            files.choose(fileName(batch)).ifPresent(file -> model.save(batch, file));
        });
        var note = new NamedField(texts, "coupon-note", "headoffice.note");
        HBox.setHgrow(note, Priority.ALWAYS);
        var withdraw = new Button(texts.get("headoffice.coupons.withdraw"));
        withdraw.setId("coupon-withdraw");
        withdraw.getStyleClass().add("danger");
        withdraw.disableProperty().bind(picked.isNull());
        withdraw.setOnAction(_ -> model.withdraw(picked.get(), note.take()));
        var row = new HBox(note, withdraw);
        row.getStyleClass().add("toolbar");
        var words = new Label(texts.get("headoffice.coupons.save_text"));
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        return new Card(texts.get("headoffice.coupons.chosen"), words, save, row);
    }

    private static String fileName(CouponBatchView batch) {
        return batch.batch().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".csv";
    }
}
