package kmmotos.server.mails;

/// A mail as a page that any mail program shows: the paper's lines as they are, on a white strip.
final class MailPage {

    private MailPage() {}

    static String of(Letter mail) {
        return """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><title>%s</title></head>
        <body style="margin:0;padding:24px;background:#eef1f5">
        <div style="max-width:520px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
        <pre style="margin:0;font:14px/1.45 Menlo,Consolas,monospace;color:#1c2733;white-space:pre-wrap">%s</pre>
        </div>
        </body>
        </html>
        """
                .formatted(escaped(mail.language()), escaped(mail.subject()), escaped(mail.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
