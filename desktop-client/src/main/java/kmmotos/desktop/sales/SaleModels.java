package kmmotos.desktop.sales;

import kmmotos.desktop.customers.CustomerModel;

/// Everything the sale screen shows and can do.
public record SaleModels(
        SaleDesk desk,
        OmniboxModel omnibox,
        LineModel lines,
        DiscountModel discounts,
        CheckoutModel checkout,
        GiftCardModel giftCards,
        AccountModel accounts,
        UnprovenReturns unproven,
        ParkModel parking,
        VoidModel voiding,
        LostSaleModel lostSales,
        QuoteModel quotes,
        DepositModel deposits,
        MailModel mails,
        RecoveryModel recovery,
        OpenShiftModel shift,
        PartsModel parts,
        CustomerModel customers,
        WeighModel weighing) {

    public static SaleModels of(
            SaleDesk desk, CheckoutModel checkout, ParkedSales parked, CustomerModel customers) {
        return of(desk, checkout, parked, ParkedElsewhere.none(), customers);
    }

    public static SaleModels of(
            SaleDesk desk,
            CheckoutModel checkout,
            ParkedSales parked,
            ParkedElsewhere elsewhere,
            CustomerModel customers) {
        var unproven = new UnprovenReturns(desk);
        var lines = new LineModel(desk, unproven);
        var parts = new PartsModel(desk, lines);
        var discounts = new DiscountModel(desk);
        var giftCards = new GiftCardModel(desk, checkout);
        var accounts = new AccountModel(desk, checkout);
        var parking = new ParkModel(desk, parked, elsewhere);
        var quotes = new QuoteModel(desk, parking);
        var deposits = new DepositModel(desk, parking, checkout);
        desk.sale()
                .saleProperty()
                .map(OpenSale::saleId)
                .subscribe(_ -> desk.messages().forgetTheMoment());
        checkout.doneProperty()
                .subscribe(done -> done.ifPresent(sale -> parking.finished(sale.saleId())));
        return new SaleModels(
                desk,
                new OmniboxModel(
                        desk,
                        lines,
                        parts,
                        discounts,
                        giftCards,
                        accounts,
                        quotes,
                        deposits,
                        checkout.serials()),
                lines,
                discounts,
                checkout,
                giftCards,
                accounts,
                unproven,
                parking,
                new VoidModel(desk, parking, checkout, lines),
                new LostSaleModel(desk),
                quotes,
                deposits,
                new MailModel(desk, checkout),
                new RecoveryModel(desk, parking, checkout),
                new OpenShiftModel(desk),
                parts,
                customers,
                new WeighModel(desk, lines));
    }
}
