package dev.paca.scoring;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.paca.scoring.province.Provinces;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.PrintStream;
import java.io.Serializable;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.UUID;

/** The core is pure: what it says depends on what it is given, and on nothing else. */
@AnalyzeClasses(packages = "dev.paca.scoring", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule itKnowsNoKafkaNetworkDatabaseOrLog =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "dev.paca.topics..",
              "dev.paca.registry..",
              "dev.paca.settings..",
              "org.slf4j..",
              "java.util.logging..",
              "java.net..",
              "java.sql..",
              "java.util.concurrent..");

  @ArchTest
  static final ArchRule onlyTheTableOfProvincesIsReadAndFromTheClassPath =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Provinces.class)
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.io")
                  .and(DescribedPredicate.not(belongToAnyOf(Serializable.class))))
          .orShould()
          .accessClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.nio.channels..");

  @ArchTest
  static final ArchRule theTableIsNoFile =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(File.class, FileInputStream.class, FileReader.class, PrintStream.class);

  @ArchTest
  static final ArchRule itReadsNoClockNoChanceAndNoSettings =
      noClasses()
          .should()
          .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
          .orShould()
          .accessClassesThat()
          .belongToAnyOf(System.class, Clock.class, Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Date.class, UUID.class, Thread.class);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.paca.scoring.(*)..").should().beFreeOfCycles();
}
