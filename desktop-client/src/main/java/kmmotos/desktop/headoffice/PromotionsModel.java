package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.model.catalog.Names;
import kmmotos.model.pricing.Promotion;

/// Promotions: made, changed and ended for the whole chain.
public final class PromotionsModel {
    private final OfficeWork work;
    private final ObservableList<PromotionView> promotions = FXCollections.observableArrayList();
    private final ObservableList<PromotionView> promotionsShown =
            FXCollections.unmodifiableObservableList(promotions);
    private final ReadOnlyObjectWrapper<PromotionForm> form =
            new ReadOnlyObjectWrapper<>(PromotionForm.EMPTY);

    private Optional<Promotion> chosen = Optional.empty();

    /// The same for every try, so that a new one is made once.
    private UUID nextId = UUID.randomUUID();

    PromotionsModel(OfficeWork work) {
        this.work = work;
    }

    public void refresh() {
        work.actions().run(work.client().promotions()::promotions, this::show, work.failed());
    }

    void clear() {
        promotions.clear();
        choose(Optional.empty());
    }

    /// Puts one into the form; or nothing, for a new one.
    public void choose(Optional<PromotionView> one) {
        chosen = one.map(PromotionView::promotion);
        form.set(
                chosen.map(promotion -> PromotionForm.of(promotion, work.workplace()))
                        .orElse(PromotionForm.EMPTY));
    }

    /// Saves what was typed: the chosen one changed, else a new one.
    public void save(PromotionForm typed) {
        promotion(typed)
                .ifPresent(promotion ->
                        work.actions()
                                .run(
                                        () -> {
                                            work.client().promotions().save(promotion);
                                            return work.client().promotions().promotions();
                                        },
                                        all -> {
                                            nextId = UUID.randomUUID();
                                            choose(Optional.empty());
                                            show(all);
                                            work.done("headoffice.promotions.saved");
                                        },
                                        work.failed()));
    }

    private Optional<Promotion> promotion(PromotionForm typed) {
        var deal = typed.deal(work.workplace());
        var schedule = typed.schedule();
        var stores = typed.stores();
        if (typed.name().isBlank() || typed.name().strip().length() > Promotion.MAX_NAME) {
            work.problem("headoffice.promotions.no_name");
        } else if (deal.isEmpty()) {
            work.problem("headoffice.promotions.no_deal." + typed.kind());
        } else if (schedule.isEmpty()) {
            work.problem("headoffice.promotions.no_schedule");
        } else if (stores.isEmpty()) {
            work.problem("headoffice.promotions.no_shop");
        } else {
            return Optional.of(
                    new Promotion(
                            chosen.map(Promotion::promotionId).orElse(nextId),
                            names(typed.name().strip()),
                            deal.get(),
                            schedule.get(),
                            stores.get(),
                            Set.copyOf(ItemsText.words(typed.zones(), ",")),
                            Optional.of(typed.group().strip()).filter(name -> !name.isEmpty()),
                            typed.combinable(),
                            true));
        }
        return Optional.empty();
    }

    /// The typed name in the language of the screens; what it is called in others stays.
    private Names names(String typed) {
        var names = new TreeMap<String, String>();
        chosen.ifPresent(promotion -> names.putAll(promotion.names().byLanguage()));
        names.put(work.workplace().texts().locale().toLanguageTag(), typed);
        return new Names(names);
    }

    public void end(PromotionView one) {
        work.actions()
                .run(
                        () -> {
                            work.client().promotions().end(one.promotion().promotionId());
                            return work.client().promotions().promotions();
                        },
                        all -> {
                            choose(Optional.empty());
                            show(all);
                            work.done("headoffice.promotions.was_ended");
                        },
                        work.failed());
    }

    private void show(List<PromotionView> all) {
        OfficeWork.replace(promotions, all);
        work.fresh().run();
    }

    public ObservableList<PromotionView> promotions() {
        return promotionsShown;
    }

    /// What stands in the form when another one is chosen.
    public ReadOnlyObjectProperty<PromotionForm> formProperty() {
        return form.getReadOnlyProperty();
    }
}
