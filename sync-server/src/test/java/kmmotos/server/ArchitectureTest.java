package kmmotos.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.helidon.webserver.http.HttpService;
import jakarta.persistence.Entity;
import java.sql.DriverManager;
import kmmotos.server.feed.FeedTables;
import kmmotos.server.leases.LeaseTables;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.sync.SnapshotContents;
import org.hibernate.StatelessSession;

/// The arrows inside the server.
@AnalyzeClasses(packages = "kmmotos.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_SERVER_KNOWS_NO_OTHER_SIDE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("kmmotos.desktop..", "kmmotos.installers..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
            slices().matching("kmmotos.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule STORAGE_STANDS_BELOW_EVERYTHING =
            noClasses()
                    .that()
                    .resideInAPackage("kmmotos.server.storage")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "kmmotos.server",
                            "kmmotos.server.http..",
                            "kmmotos.server.sync..",
                            "io.helidon..");

    @ArchTest
    static final ArchRule A_TABLE_IS_SEEN_INSIDE_ITS_FEATURE_ONLY =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule ENTITIES_ARE_CALLED_ROWS =
            classes()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .haveSimpleNameEndingWith("Row");

    @ArchTest
    static final ArchRule ROUTES_ARE_HTTP_SERVICES =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Routes")
                    .should()
                    .implement(HttpService.class);

    @ArchTest
    static final ArchRule STORES_KNOW_NOTHING_OF_HTTP =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Store")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.helidon..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_OPENS_CONNECTIONS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("kmmotos.server.storage")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "com.zaxxer..", "org.flywaydb..", "io.zonky..", "org.hibernate.cfg..")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(DriverManager.class);

    @ArchTest
    static final ArchRule TRANSACTIONS_BEGIN_WITH_A_CALLER =
            methods()
                    .that()
                    .areDeclaredIn(Database.class)
                    .and()
                    .haveNameMatching("inTransaction|execute|inSnapshot")
                    .should()
                    .haveRawParameterTypes(
                            com.tngtech.archunit.base.DescribedPredicate.describe(
                                    "a caller first",
                                    types -> types.getFirst().isEquivalentTo(Caller.class)));

    @ArchTest
    static final ArchRule NO_SESSION_IS_KEPT_BUT_BY_THE_TABLES_OF_ONE_TRANSACTION =
            fields().that()
                    .areDeclaredInClassesThat()
                    .areNotAssignableTo(FeedTables.class)
                    .and()
                    .areDeclaredInClassesThat()
                    .areNotAssignableTo(SnapshotContents.class)
                    .and()
                    .areDeclaredInClassesThat()
                    .areNotAssignableTo(LeaseTables.class)
                    .should()
                    .notHaveRawType(StatelessSession.class);

    @ArchTest
    static final ArchRule NOTHING_HIDES_IN_A_THREAD =
            noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class);

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule FIELDS_OUTSIDE_ROWS_ARE_MOSTLY_FINAL =
            fields().that()
                    .areNotFinal()
                    .and()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameNotEndingWith("Row")
                    .should()
                    .bePrivate();

    @ArchTest
    static final ArchRule ONLY_IDENTITY_HASHES_PASSWORDS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("kmmotos.server.identity")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.password4j..");

    @ArchTest
    static final ArchRule PUBLIC_CLASSES_ARE_FINAL =
            classes()
                    .that()
                    .arePublic()
                    .and()
                    .areNotInterfaces()
                    .and()
                    .areNotEnums()
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .haveModifier(JavaModifier.FINAL);
}
