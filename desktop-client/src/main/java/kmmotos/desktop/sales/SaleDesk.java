package kmmotos.desktop.sales;

import java.util.function.Consumer;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.staff.SignInModel;
import kmmotos.desktop.ui.Messages;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Money;

/// What the models of the counter share: the open sale, who stands there, and how to talk to them.
public record SaleDesk(
        Counter counter,
        SaleModel sale,
        SignInModel signIn,
        ApprovalModel approvals,
        Messages messages,
        Texts texts,
        Formats formats) {

    void note(String key, Object... arguments) {
        messages.note(texts.get(key, arguments));
    }

    void warn(String key, Object... arguments) {
        messages.warn(texts.get(key, arguments));
    }

    /// No, and why: the sale stays as it was.
    void refuse(String key, Object... arguments) {
        messages.refuse(texts.get(key, arguments));
    }

    /// For work that failed for reasons outside the shop's control: the disk, the books.
    Consumer<Exception> failed(String key) {
        return _ -> messages.problem(texts.get(key));
    }

    String money(Money money) {
        return formats.money(money);
    }
}
