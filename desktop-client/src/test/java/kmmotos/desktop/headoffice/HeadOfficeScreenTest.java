package kmmotos.desktop.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.SampleWindow;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadOfficeScreenTest {

    private final Path saved = Path.of("target", "coupons.csv");
    private final List<Slip> printed = new ArrayList<>();
    private final SampleHeadOffice server = new SampleHeadOffice();
    private final Workplace workplace = SampleWorkplace.of(Role.HEAD_OFFICE);
    private final HeadOfficeModel model = server.office(workplace);
    private final SampleWindow window =
            SampleWindow.with(
                    Place.HEAD_OFFICE,
                    workplace,
                    () ->
                            new HeadOfficeScreen(
                                    workplace, model, _ -> Optional.of(saved), printed::add));

    @AfterEach
    void closeWindow() {
        window.close();
        server.close();
    }

    @Test
    void aPasswordFillerSignsIn() {
        window.run(window.find("#headoffice-login", TextField.class)::requestFocus);
        window.keyboard().burst("helena");
        window.keyboard().burst("secret");
        assertThat(model.signedInProperty().get()).isTrue();
    }

    @Test
    void aBadgeIsMadeShownOncePrintedAndEnded() {
        show(17);
        var people = window.find("#people", TableView.class);
        window.run(() -> people.getSelectionModel().select(0));
        window.press("#people-badge");
        window.picture("headoffice-people");
        window.press("#people-badge-print");
        assertThat(printed).hasSize(1);
        assertThat(printed.getFirst().toString()).contains("Ana Souza", SamplePeople.BADGE);
        window.press("#people-badge-take");
        assertThat(model.people().badgeProperty().get()).isEmpty();
        assertThat(server.commands())
                .containsExactly(
                        "POST /staff/01890000-0000-7000-8000-000000000b01/badge {}",
                        "DELETE /staff/01890000-0000-7000-8000-000000000b01/badge");
    }

    @Test
    void somebodyNewNeedsANameAndAPin() {
        show(17);
        window.press("#people-begin");
        window.press("#people-save");
        assertThat(said()).isEqualTo("Type the name.");
        window.type("#people-name", "Carla Mendes");
        window.press("#people-save");
        assertThat(said()).isEqualTo("Somebody new needs a PIN.");
        window.type("#people-pin", "4711");
        window.press("#people-save");
        assertThat(server.commands()).hasSize(1);
        assertThat(server.commands().getFirst())
                .startsWith("PUT /staff/")
                .endsWith(
                        "{\"name\":\"Carla Mendes\",\"role\":\"CASHIER\",\"stores\":[\"S1\"],\"active\":true,"
                                + "\"pin\":\"4711\"}");
    }

    @Test
    void whatIsTypedStaysWhileTheListIsReadAnew() {
        show(17);
        var people = window.find("#people", TableView.class);
        window.run(() -> people.getSelectionModel().select(1));
        window.type("#people-pin", "4712");
        window.run(() -> model.people().refresh());
        assertThat(window.find("#people-pin", TextField.class).getText()).isEqualTo("4712");
        assertThat(model.people().people().getLast().name()).isEqualTo("Bruno Lima");
    }

    private String said() {
        return workplace.messages().shown().getLast().text();
    }

    @Test
    void missingNumbersAreSeenByRegister() {
        window.run(() -> model.signIn("helena", "secret"));
        var tabs = window.find(".tab-pane", TabPane.class);
        window.run(() -> tabs.getSelectionModel().select(5));
        window.picture("headoffice-completeness");
        assertThat(model.registers().getLast().receipts().getFirst().missing())
                .hasToString("[17–19, 88]");
    }

    @Test
    void whatTillsHoldIsSeenAndFreed() {
        window.run(() -> model.signIn("helena", "secret"));
        var tabs = window.find(".tab-pane", TabPane.class);
        window.run(() -> tabs.getSelectionModel().select(6));
        var table = window.find("#open-leases", TableView.class);
        window.run(() -> table.getSelectionModel().select(1));
        window.picture("headoffice-credit");
        window.type("#lease-note", "stolen");
        window.press("#lease-close");
        assertThat(server.commands())
                .containsExactly(
                        "POST /leases/01890000-0000-7000-8000-000000000602/close"
                                + " {\"note\":\"stolen\"}");
    }

    @Test
    void openDrawersAndWhatWasMissingInCountedOnesAreSeen() {
        show(9);
        window.picture("headoffice-cash");
        assertThat(model.cash().open().getFirst().cash().amount()).isEqualTo("1385.70");
        assertThat(model.cash().closed().getFirst().difference().amount()).isEqualTo("-10.00");
    }

    @Test
    void whatCameBackAndWhatWasAskedForInVainAreSeen() {
        show(12);
        window.picture("headoffice-after-sale");
        assertThat(model.afterSale().lost().getFirst().times()).isEqualTo(7);
        assertThat(model.afterSale().returns().getFirst().approvedBy()).contains("Bruno Lima");
    }

    @Test
    void aFirstCreditIsGivenOnTheScreen() {
        show(6);
        window.type("#credit-find", "moto");
        window.press("#credit-find-do");
        window.press("#credit-pick-01890000-0000-7000-8000-000000000606");
        window.type("#credit-limit", "300");
        window.type("#credit-home", "S1");
        window.press("#credit-save");
        assertThat(server.commands()).isEmpty();
        window.type("#credit-note", "new workshop");
        window.picture("headoffice-credit-new");
        window.press("#credit-save");
        assertThat(server.commands()).singleElement().asString().contains("\"new workshop\"");
    }

    @Test
    void aLostCardIsBlockedAndReplaced() {
        show(7);
        window.type("#card-find", "39HN");
        window.press("#card-find-do");
        var table = window.find("#cards-found", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.type("#card-note", "lost on the bus");
        window.press("#card-block");
        window.run(() -> table.getSelectionModel().select(0));
        window.type("#card-note", "a new one by mail");
        window.press("#card-move");
        window.picture("headoffice-cards");
        var number =
                GiftCardNumber.parse(window.find("#card-new-number", TextField.class).getText())
                        .orElseThrow();
        assertThat(server.commands().getFirst())
                .isEqualTo(
                        "POST /gift-cards/cards/"
                                + SampleHeadOffice.CARD
                                + "/block {\"note\":\"lost on the bus\"}");
        assertThat(server.commands().getLast())
                .contains(number.cardId().toString())
                .doesNotContain(number.characters());
    }

    @Test
    void promotionsAreMadeChangedAndEnded() {
        show(10);
        window.type("#promotion-name", "Chains");
        window.type("#promotion-items", "#drive/chain-kits");
        window.type("#promotion-off", "10%");
        window.press("#promotion-save");
        assertThat(server.commands().getLast())
                .startsWith("PUT /promotions/")
                .contains("\"percent\":\"10\"");
        var table = window.find("#promotions", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.picture("headoffice-promotions");
        assertThat(window.find("#promotion-units", TextField.class).getText()).isEqualTo("2+1");
        window.press("#promotion-end");
        assertThat(server.commands().getLast()).startsWith("POST /promotions/").contains("/end");
    }

    @Test
    void goodsAreOrderedAndWhatCameIsSeen() {
        show(11);
        window.type("#purchase-number", "PO-1002");
        window.type("#purchase-supplier", "Torque");
        window.type("#purchase-store", "s1");
        var day = window.find("#purchase-expected", DatePicker.class);
        window.run(() -> day.setValue(LocalDate.of(2026, 12, 1)));
        window.type("#purchase-lines", "14_00021 / 700102/12  10  24.90\nOL1030 24 18");
        window.press("#purchase-save");
        assertThat(server.commands().getLast())
                .startsWith("PUT /purchase-orders/")
                .contains("\"sku\":\"14_00021 / 700102/12\"", "\"amount\":\"18.00\"");
        var table = window.find("#purchases", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.picture("headoffice-purchases");
        assertThat(window.find("#purchase-number", TextField.class).getText()).isEqualTo("PO-1001");
        window.press("#purchase-close");
        assertThat(server.commands().getLast())
                .startsWith("POST /purchase-orders/")
                .contains("/close");
    }

    @Test
    void whatAShopProposesBecomesAnOrderOrATransfer() {
        show(13);
        var table = window.find("#reorder-proposals", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.picture("headoffice-reorder");
        window.type("#reorder-from", "pt1");
        window.press("#reorder-transfer");
        assertThat(server.commands().getLast())
                .startsWith("POST /reorder-proposals/")
                .contains("/transfer", "\"from\":\"PT1\"", "\"quantity\":\"17\"");
        window.run(() -> table.getSelectionModel().select(0));
        window.press("#reorder-order");
        assertThat(window.find("#purchase-lines", TextArea.class).getText())
                .isEqualTo("14_00021 / 700102/12  17  24.10");
        window.type("#purchase-number", "PO-1003");
        window.type("#purchase-supplier", "Torque");
        var day = window.find("#purchase-expected", DatePicker.class);
        window.run(() -> day.setValue(LocalDate.of(2026, 12, 1)));
        window.press("#purchase-save");
        assertThat(server.commands().getLast())
                .startsWith("POST /reorder-proposals/")
                .contains("/done");
    }

    @Test
    void whatWentBackToASupplierIsCredited() {
        show(14);
        var table = window.find("#supplier-returns", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.type("#credit-note", "CN 12");
        window.picture("headoffice-returns");
        window.press("#return-credited");
        assertThat(server.commands().getLast())
                .startsWith("POST /supplier-returns/")
                .endsWith("/credit {\"note\":\"CN 12\"}");
    }

    @Test
    void couponsAreIssuedSavedAndWithdrawn() throws Exception {
        show(8);
        window.type("#coupon-name", "Spring");
        window.type("#coupon-off", "12.5%");
        window.type("#coupon-count", "40");
        var until = window.find("#coupon-until", DatePicker.class);
        window.run(() -> until.setValue(LocalDate.of(2026, 12, 24)));
        window.press("#coupon-issue");
        var table = window.find("#coupon-batches", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.picture("headoffice-coupons");
        window.press("#coupon-save");
        assertThat(Files.readString(saved)).startsWith("code,qr_text");
        window.type("#coupon-note", "wrong price");
        window.press("#coupon-withdraw");
        assertThat(server.commands().getFirst())
                .startsWith("PUT /coupon-batches/")
                .contains("\"percent\":\"12.5\"", "\"until\":\"2026-12-24\"", "\"count\":40");
        assertThat(server.commands().getLast())
                .isEqualTo(
                        "POST /coupon-batches/01890000-0000-7000-8000-000000000701/withdraw"
                                + " {\"note\":\"wrong price\"}");
    }

    private void show(int tab) {
        window.run(() -> model.signIn("helena", "secret"));
        var tabs = window.find(".tab-pane", TabPane.class);
        window.run(() -> tabs.getSelectionModel().select(tab));
    }

    @Test
    void aReviewIsShownWithAReply() {
        show(19);
        var reviews = window.find("#reviews", TableView.class);
        window.run(() -> reviews.getSelectionModel().select(0));
        var reply = window.find("#review-reply", TextArea.class);
        window.run(() -> reply.setText("Thank you, and good riding!"));
        window.picture("headoffice-reviews");
        window.press("#review-show");
        assertThat(server.commands()).hasSize(1);
        assertThat(server.commands().getFirst())
                .startsWith("POST /reviews/01890000-0000-7000-8000-000000000c01/decision")
                .contains("\"show\":true", "Thank you, and good riding!");
        assertThat(model.reviews().chosenProperty().get()).isEmpty();
    }

    @Test
    void aRateOfForeignCashIsSetBesideTheOthers() {
        show(21);
        assertThat(model.rates().lines()).hasSize(4);
        window.type("#rate-store", "s1");
        window.press("#rate-set");
        assertThat(said()).isEqualTo("Type a currency, such as USD.");
        window.type("#rate-currency", "usd");
        window.type("#rate-rate", "0");
        window.press("#rate-set");
        assertThat(said()).isEqualTo("Type what one unit is worth here, such as 5.40.");
        window.type("#rate-rate", "5.42");
        window.picture("headoffice-rates");
        window.press("#rate-set");
        assertThat(server.commands()).hasSize(1);
        assertThat(server.commands().getFirst())
                .startsWith("PUT /foreign-rates/S1")
                .contains("5.31", "5.405", "0.0058", "5.42");
    }

    @Test
    void aCurrencyIsEnded() {
        show(21);
        var rates = window.find("#rates", TableView.class);
        window.run(() -> rates.getSelectionModel().select(1));
        window.press("#rate-end");
        assertThat(server.commands()).hasSize(1);
        assertThat(server.commands().getFirst()).contains("\"rate\":\"0\"");
    }

    @Test
    void whoChangedWhatIsSeenAndProved() {
        show(20);
        var deeds = window.find("#deeds", TableView.class);
        window.run(() -> deeds.getSelectionModel().select(0));
        window.picture("headoffice-deeds");
        assertThat(window.find("#deeds-proof", Label.class).getText()).contains("812");
        assertThat(model.deeds().deeds().getFirst().what()).isEqualTo("PUT stores/S1");
    }

    @Test
    void whatWaitsIsBookedOnTheRightOrder() {
        window.run(() -> model.signIn("helena", "secret"));
        var tabs = window.find(".tab-pane", TabPane.class);
        window.run(() -> tabs.getSelectionModel().select(4));
        var table = window.find("#chain-exceptions", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.picture("headoffice-exceptions");
        window.type("#exception-order", "W-100007");
        window.press("#exception-order-do");
        assertThat(server.commands()).containsExactly("order {\"number\":\"W-100007\"}");
    }

    @Test
    void aShortageIsChosenAndSolved() {
        window.run(() -> model.signIn("helena", "secret"));
        var tabs = window.find(".tab-pane", TabPane.class);
        window.run(() -> tabs.getSelectionModel().select(3));
        window.picture("headoffice-shortages-none-chosen");
        var table = window.find("#chain-shortages", TableView.class);
        window.run(() -> table.getSelectionModel().select(0));
        window.picture("headoffice-shortages");
        window.press("#ask-S2");
        assertThat(server.commands().getLast())
                .contains("ASK_STORE")
                .contains("\"quantity\":\"5\"");
    }

    @Test
    void headOfficeSeesHowFarTheBackupIs() {
        window.run(() -> model.signIn("helena", "secret"));
        var tabs = window.find(".tab-pane", TabPane.class);
        window.run(() -> tabs.getSelectionModel().select(2));
        var line = window.find("#chain-backup", Label.class);
        assertThat(line.getText()).contains("is in a verified backup (base backup of Sunday)");
        assertThat(line.getStyleClass()).contains("muted");
        window.picture("headoffice-backup");

        server.backupStandsStill();
        window.run(model::showTills);
        window.picture("headoffice-backup-stands-still");
        assertThat(line.getText()).contains("stands still since").contains("can't archive");
        assertThat(line.getStyleClass()).contains("caution");

        server.hasNoBackup();
        window.run(model::showTills);
        assertThat(line.getText()).contains("No backup is set up");
    }

    @Test
    void theChainIsSeenAfterSigningIn() {
        window.type("#headoffice-login", "helena");
        window.type("#headoffice-password", "wrong");
        window.press("#headoffice-sign-in");
        window.picture("headoffice-sign-in");
        window.type("#headoffice-password", "secret");
        window.press("#headoffice-sign-in");
        window.picture("headoffice-takings");
        TableView<?> days = window.find("#takings-days", TableView.class);
        assertThat(days.getItems()).hasSize(2);
        assertThat(days.getColumns())
                .extracting(column -> column.getText() + " " + column.getCellData(0))
                .contains("Gift cards -R$50.00", "On account R$500.00");
        var tabs = window.find(".tab-pane", TabPane.class);
        window.run(() -> tabs.getSelectionModel().select(1));
        window.picture("headoffice-stock");
        assertThat(model.stock()).hasSize(2);
        window.run(() -> tabs.getSelectionModel().select(2));
        server.close();
        window.run(model::showTills);
        window.picture("headoffice-tills-offline");
        assertThat(model.tills()).hasSize(3);
    }
}
