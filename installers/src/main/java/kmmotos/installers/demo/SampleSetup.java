package kmmotos.installers.demo;

import java.nio.file.Path;
import kmmotos.installers.sample.SampleChain;
import kmmotos.installers.sample.SampleFiles;
import kmmotos.installers.sample.SamplePromotions;
import kmmotos.installers.terminal.Terminal;

/// Sets the sample chain up, the way a real one is: through head office's API and import files.
record SampleSetup(HeadOffice office, Path folder, Terminal terminal) {

    SampleFiles run() {
        SampleFiles files = SampleFiles.writeTo(folder);
        if (office.hasStores()) {
            return files;
        }
        terminal.say("Setting up the sample chain (a minute or two, only the first time) ...");
        SampleChain.stores().forEach(office::open);
        SampleChain.staff().forEach(office::employ);
        SampleChain.customers().forEach(office::know);
        SampleChain.taxes().forEach(office::tax);
        office.take(SampleChain.foreignCash());
        office.load("categories", files.categories());
        office.load("products", files.products());
        terminal.say("  products loaded");
        office.load("prices", files.prices());
        office.load("stock", files.stock());
        SampleChain.coupons().forEach(office::offer);
        SamplePromotions.all().forEach(office::offer);
        office.load("purchase-orders", files.purchaseOrders());
        office.load("reorder-levels", files.reorderLevels());
        office.load("bins", files.bins());
        terminal.say("  prices, stock, promotions, coupons and purchase orders loaded");
        return files;
    }
}
