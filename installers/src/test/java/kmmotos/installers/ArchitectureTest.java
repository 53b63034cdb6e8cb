package kmmotos.installers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "kmmotos.installers",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule neitherSideKnowsTheInstallers =
            noClasses()
                    .that()
                    .resideInAnyPackage("kmmotos.model..", "kmmotos.desktop..", "kmmotos.server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("kmmotos.installers..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theSampleIsFilesAndNeedsNeitherSide =
            noClasses()
                    .that()
                    .resideInAPackage("kmmotos.installers.sample..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("kmmotos.desktop..", "kmmotos.server..");

    @ArchTest
    static final ArchRule theApiClientGoesOverHttpOnly =
            noClasses()
                    .that()
                    .resideInAPackage("kmmotos.installers.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("kmmotos.server..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            classes()
                    .should()
                    .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Info)");
}
