package kmmotos.desktop.headoffice;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;
import kmmotos.desktop.headoffice.PromotionForm.Kind;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.Schedule;
import kmmotos.model.stores.StoreId;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The promotions at the left; at the right the chosen one, or a new one.
final class PromotionsPane extends HBox {
    private static final double WIDTH = 460;

    private final PromotionsModel model;
    private final Texts texts;
    private final Formats formats;
    private final TableView<PromotionView> table;
    private final NamedField name;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final NamedField items;
    private final NamedField others;
    private final NamedField off;
    private final NamedField amount;
    private final NamedField units;
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Map<DayOfWeek, ToggleButton> weekdays = new EnumMap<>(DayOfWeek.class);
    private final NamedField hours;
    private final NamedField shops;
    private final NamedField zones;
    private final NamedField group;
    private final CheckBox combinable;

    PromotionsPane(Workplace workplace, PromotionsModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        this.name = field("name");
        this.items = field("items");
        this.others = field("others");
        this.off = field("off");
        this.amount = field("amount");
        this.units = field("units");
        this.hours = field("hours");
        this.shops = field("shops");
        this.zones = field("zones");
        this.group = field("group");
        this.combinable = new CheckBox(texts.get("headoffice.promotions.combinable"));
        this.table = table();
        getStyleClass().addAll("split", "tab-content");
        HBox.setHgrow(table, Priority.ALWAYS);
        var scroll =
                new ScrollPane(
                        new Card(texts.get("headoffice.promotions.one"), facts(), buttons()));
        scroll.setFitToWidth(true);
        scroll.setMinWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
        getChildren().addAll(table, scroll);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> model.choose(Optional.ofNullable(one)));
        model.formProperty().subscribe(this::show);
    }

    private NamedField field(String what) {
        return new NamedField(
                texts, "promotion-" + what, "headoffice.promotions." + what + "_prompt");
    }

    private TableView<PromotionView> table() {
        var list = new TableView<>(model.promotions());
        list.setId("promotions");
        column(list, "headoffice.name", 170, one -> one.names().in(texts.locale()));
        column(list, "headoffice.promotions.gives", 230, this::gives);
        column(list, "headoffice.promotions.when", 190, one -> when(one.schedule()));
        column(list, "headoffice.promotions.where", 90, this::where);
        column(
                list,
                "headoffice.state",
                90,
                one ->
                        texts.get(
                                one.active()
                                        ? "headoffice.promotions.holds"
                                        : "headoffice.promotions.ended"));
        list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignS.SALE,
                        texts.get("headoffice.promotions.none"),
                        texts.get("headoffice.promotions.none_text")));
        return list;
    }

    private void column(
            TableView<PromotionView> list,
            String title,
            double width,
            Function<Promotion, String> text) {
        list.getColumns()
                .add(new TextColumn<>(texts.get(title), width, one -> text.apply(one.promotion())));
    }

    private String gives(Promotion promotion) {
        return switch (promotion.deal()) {
            case Deal.Off deal ->
                    texts.get(
                            "headoffice.promotions.gives.OFF",
                            text(deal.discount()),
                            ItemsText.of(deal.items()));
            case Deal.BuyGet deal ->
                    texts.get(
                            "headoffice.promotions.gives.BUY_GET",
                            deal.buyUnits() + "+" + deal.getUnits(),
                            ItemsText.of(deal.buy()),
                            deal.get().map(ItemsText::of).orElseGet(() -> ItemsText.of(deal.buy())),
                            formats.percent(deal.percent()));
            case Deal.Bundle deal ->
                    texts.get(
                            "headoffice.promotions.gives.BUNDLE",
                            ItemsText.of(deal.parts()),
                            formats.money(deal.price()));
            case Deal.Threshold deal ->
                    texts.get(
                            "headoffice.promotions.gives.THRESHOLD",
                            text(deal.discount()),
                            formats.money(deal.spend()),
                            ItemsText.of(deal.items()));
        };
    }

    private String text(Discount discount) {
        return switch (discount) {
            case Discount.PercentOff(BigDecimal percent) -> formats.percent(percent);
            case Discount.AmountOff(Money money) -> formats.money(money);
        };
    }

    private String when(Schedule schedule) {
        List<String> words = new ArrayList<>();
        if (!schedule.weekdays().isEmpty()) {
            words.add(
                    schedule.weekdays().stream()
                            .map(this::dayName)
                            .collect(Collectors.joining(" ")));
        }
        schedule.hours().ifPresent(range -> words.add(range.from() + "-" + range.until()));
        if (schedule.from().isPresent() || schedule.until().isPresent()) {
            words.add(
                    schedule.from().map(formats::date).orElse("")
                            + " – "
                            + schedule.until().map(formats::date).orElse(""));
        }
        return words.isEmpty()
                ? texts.get("headoffice.promotions.always")
                : String.join(", ", words);
    }

    private String dayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, texts.locale());
    }

    private String where(Promotion promotion) {
        List<String> places = new ArrayList<>(promotion.zones());
        promotion.stores().stream().map(StoreId::value).forEach(places::add);
        return places.isEmpty() ? texts.get("headoffice.coupons.all") : String.join(", ", places);
    }

    private Node facts() {
        kind.setId("promotion-kind");
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.getItems().setAll(Kind.values());
        kind.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Kind one) {
                        return one == null ? "" : texts.get("headoffice.promotions.kind." + one);
                    }

                    @Override
                    public Kind fromString(String text) {
                        throw new UnsupportedOperationException("kinds are chosen, not typed");
                    }
                });
        return new Facts()
                .add(texts.get("headoffice.name"), name)
                .add(texts.get("headoffice.promotions.kind"), kind)
                .add(texts.get("headoffice.promotions.items"), items)
                .add(texts.get("headoffice.promotions.off"), needed(off, Kind.BUNDLE, false))
                .add(texts.get("headoffice.promotions.units"), needed(units, Kind.BUY_GET, true))
                .add(texts.get("headoffice.promotions.others"), needed(others, Kind.BUY_GET, true))
                .add(texts.get("headoffice.promotions.amount"), amountField())
                .add(texts.get("headoffice.promotions.from"), date(from, "promotion-from"))
                .add(texts.get("headoffice.promotions.until"), date(until, "promotion-until"))
                .add(texts.get("headoffice.promotions.weekdays"), days())
                .add(texts.get("headoffice.promotions.hours"), hours)
                .add(texts.get("headoffice.promotions.shops"), shops)
                .add(texts.get("headoffice.promotions.zones"), zones)
                .add(texts.get("headoffice.promotions.group"), group);
    }

    /// A field that only one kind needs, or all but one.
    private Node needed(NamedField one, Kind of, boolean isNeeded) {
        one.disableProperty().bind(kind.valueProperty().map(chosen -> (chosen == of) != isNeeded));
        return one;
    }

    private Node amountField() {
        amount.disableProperty()
                .bind(
                        kind.valueProperty()
                                .map(chosen -> chosen == Kind.OFF || chosen == Kind.BUY_GET));
        return amount;
    }

    private Node date(DatePicker picker, String id) {
        picker.setId(id);
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setConverter(new LocalDateStringConverter(FormatStyle.SHORT, texts.locale(), null));
        return picker;
    }

    private Node days() {
        var row = new HBox();
        row.getStyleClass().add("toolbar");
        for (DayOfWeek day : DayOfWeek.values()) {
            var toggle = new ToggleButton(day.getDisplayName(TextStyle.NARROW, texts.locale()));
            toggle.setId("promotion-" + day);
            toggle.setAccessibleText(day.getDisplayName(TextStyle.FULL, texts.locale()));
            weekdays.put(day, toggle);
            row.getChildren().add(toggle);
        }
        return row;
    }

    private Node buttons() {
        combinable.setId("promotion-combinable");
        var save = new Button(texts.get("headoffice.promotions.save"));
        save.setId("promotion-save");
        save.getStyleClass().add("primary");
        save.setOnAction(_ -> model.save(typed()));
        var fresh = new Button(texts.get("headoffice.promotions.new"));
        fresh.setId("promotion-new");
        fresh.setOnAction(_ -> {
            table.getSelectionModel().clearSelection();
            model.choose(Optional.empty());
            name.requestFocus();
        });
        var picked = table.getSelectionModel().selectedItemProperty();
        var end = new Button(texts.get("headoffice.promotions.end"));
        end.setId("promotion-end");
        end.getStyleClass().add("danger");
        end.disableProperty().bind(picked.map(one -> !one.promotion().active()).orElse(true));
        end.setOnAction(_ -> model.end(picked.get()));
        var row = new HBox(save, fresh, end);
        row.getStyleClass().add("toolbar");
        var column = new VBox(combinable, row);
        column.getStyleClass().add("column");
        return column;
    }

    private PromotionForm typed() {
        return new PromotionForm(
                name.getText(),
                kind.getValue(),
                items.getText(),
                others.getText(),
                off.getText(),
                amount.getText(),
                units.getText(),
                from.getValue(),
                until.getValue(),
                weekdays.entrySet().stream()
                        .filter(day -> day.getValue().isSelected())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                hours.getText(),
                shops.getText(),
                zones.getText(),
                group.getText(),
                combinable.isSelected());
    }

    private void show(PromotionForm form) {
        name.setText(form.name());
        kind.setValue(form.kind());
        items.setText(form.items());
        others.setText(form.others());
        off.setText(form.off());
        amount.setText(form.amount());
        units.setText(form.units());
        from.setValue(form.from());
        until.setValue(form.until());
        weekdays.forEach((day, toggle) -> toggle.setSelected(form.weekdays().contains(day)));
        hours.setText(form.hours());
        shops.setText(form.shops());
        zones.setText(form.zones());
        group.setText(form.group());
        combinable.setSelected(form.combinable());
    }
}
