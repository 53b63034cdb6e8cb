package kmmotos.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The arrows of what is written down: journal, database, devices.
@AnalyzeClasses(packages = "kmmotos.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class RecordsArchitectureTest {

    @ArchTest
    static final ArchRule STORES_BUILD_NO_NODES =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Store")
                    .or()
                    .haveSimpleNameEndingWith("Row")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule THE_JOURNAL_STANDS_ALONE =
            classes()
                    .that()
                    .resideInAPackage("kmmotos.desktop.journal")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "kmmotos.desktop.journal",
                            "kmmotos.model.sync");

    @ArchTest
    static final ArchRule STORAGE_KNOWS_NO_FEATURE =
            classes()
                    .that()
                    .resideInAPackage("kmmotos.desktop.storage")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            "javax.sql..",
                            "org.jspecify..",
                            "org.h2..",
                            "org.hibernate..",
                            "jakarta.persistence..",
                            "org.flywaydb..",
                            "com.fasterxml.jackson..",
                            "kmmotos.desktop.storage",
                            "kmmotos.model..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_KNOWS_WHICH_DATABASE_IT_IS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("kmmotos.desktop.storage")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.h2..", "org.flywaydb..", "java.sql..");

    @ArchTest
    static final ArchRule DEVICES_KNOW_NEITHER_BOOKS_NOR_NETWORK_PROTOCOL =
            noClasses()
                    .that()
                    .resideInAPackage("kmmotos.desktop.devices..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "kmmotos.desktop.journal..",
                            "kmmotos.desktop.storage..",
                            "kmmotos.desktop.sync..",
                            "okhttp3..");
}
