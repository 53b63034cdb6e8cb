package kmmotos.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executor;
import javafx.scene.Node;

/// The arrows inside the till: models know no scene, screens no database, devices no window.
@AnalyzeClasses(packages = "kmmotos.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_SERVER =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("kmmotos.server..", "kmmotos.installers..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
            slices().matching("kmmotos.desktop.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FEATURE_KNOWS_THE_WIRING =
            noClasses()
                    .that()
                    .resideInAPackage("kmmotos.desktop.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("kmmotos.desktop");

    @ArchTest
    static final ArchRule MODELS_KNOW_NO_SCENE =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Model")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.kordamp..");

    @ArchTest
    static final ArchRule SCREENS_AND_MODELS_KNOW_NO_DATABASE =
            noClasses()
                    .that()
                    .haveNameMatching(".*(Screen|Pane|Dialog|Model)")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "kmmotos.desktop.storage..",
                            "org.hibernate..",
                            "java.sql..",
                            "org.h2..");

    @ArchTest
    static final ArchRule SCREENS_AND_MODELS_START_NO_THREADS =
            noClasses()
                    .that()
                    .haveNameMatching(".*(Screen|Pane|Dialog|Model)")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Executor.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule DEVICES_JOURNAL_AND_STORAGE_KNOW_NO_WINDOW =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "kmmotos.desktop.devices..",
                            "kmmotos.desktop.journal..",
                            "kmmotos.desktop.storage..",
                            "kmmotos.desktop.sync..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "kmmotos.desktop.ui..");

    @ArchTest
    static final ArchRule ONLY_SYNC_AND_HEAD_OFFICE_SPEAK_HTTP =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "kmmotos.desktop.sync..", "kmmotos.desktop.headoffice..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("okhttp3..", "java.net.http..");

    @ArchTest
    static final ArchRule ROWS_STAY_IN_THEIR_PACKAGE =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Row")
                    .should()
                    .bePackagePrivate()
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STORES_ARE_FINAL =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Store")
                    .and()
                    .areNotInterfaces()
                    .should()
                    .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule HOLDS_NO_STATE_IN_STATICS =
            fields().that().areStatic().and().areNotPrivate().should().beFinal();

    @ArchTest
    static final ArchRule STYLE_IS_IN_STYLESHEETS =
            noClasses().should().callMethod(Node.class, "setStyle", String.class);

    @ArchTest
    static final ArchRule SCREENS_ARE_BUILT_IN_CODE =
            noClasses().should().dependOnClassesThat().resideInAPackage("javafx.fxml..");

    @ArchTest
    static final ArchRule NOBODY_USES_A_LOGGER_OF_THE_PLATFORM =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
}
