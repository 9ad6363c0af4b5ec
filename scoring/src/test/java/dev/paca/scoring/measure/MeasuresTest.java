package dev.paca.scoring.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
  private static final List<String> SEVERITIES =
      List.of("lessSerious", "serious", "verySerious", "extremelySerious", "unspecified");

  @Test
  void everyNameOfTheContractExistsAndNoOther() {
    List<String> expected = new ArrayList<>();
    Map<String, List<String>> none = Map.of();
    type(
        expected,
        "audits",
        levels(List.of("inspection", "stateAudit", "supervision", "internalCheck"), List.of()),
        "inspections unitsInViolation violationVnd recommendedRecoveryVnd recoveredVnd"
            + " landRecommendedM2 casesTransferred personsTransferred corruptionCases"
            + " corruptionPersons");
    type(
        expected,
        "denunciations",
        none,
        "received eligible resolved substantiated partlySubstantiated unsubstantiated withdrawn"
            + " recoveredVnd personsHandled corruptionCases");
    type(
        expected,
        "prosecutions",
        levels(List.of("investigation", "indictment", "trial"), SEVERITIES),
        "cases accused carriedOverCases newCases concludedCases suspendedCases openCases damageVnd");
    type(
        expected,
        "recoveries",
        levels(List.of("inspection", "denunciation", "criminal", "civilEnforcement"), List.of()),
        "matters dueVnd eligibleVnd recoveredVnd");
    List<String> inner =
        new ArrayList<>(List.of("unspecified", "reprimand", "warning", "demotion", "dismissal"));
    inner.addAll(SEVERITIES.subList(0, 4));
    type(
        expected,
        "sanctions",
        levels(List.of("head", "deputy", "other"), inner),
        "duePersons persons");
    type(expected, "conflicts", none, "detected resolved");
    expected.add("matters.detected");
    expected.add("matters.detected.audits");
    expected.add("matters.detected.denunciations");
    expected.add("matters.detected.prosecutions");
    assertThat(Measures.names()).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Outer level → inner levels. */
  private static Map<String, List<String>> levels(List<String> outer, List<String> inner) {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    outer.forEach(level -> levels.put(level, inner));
    return levels;
  }

  private static void type(
      List<String> into, String type, Map<String, List<String>> levels, String fields) {
    List<String> prefixes = new ArrayList<>(List.of(type));
    levels.forEach(
        (outer, inners) -> {
          prefixes.add(type + "." + outer);
          inners.forEach(inner -> prefixes.add(type + "." + outer + "." + inner));
        });
    for (String prefix : prefixes) {
      for (String field : (fields + " reports").split(" ")) {
        into.add(prefix + "." + field);
      }
    }
  }

  @Test
  void indexesCountUpAndIdsLeadBack() {
    assertThat(Measures.count()).isEqualTo(Measures.names().size());
    for (int i = 0; i < Measures.count(); i++) {
      assertThat(Measures.index(Measures.name(i))).hasValue(i);
      assertThat(Measures.indexOfId(Measures.id(i))).hasValue(i);
    }
    assertThat(Measures.index("audits")).isEmpty();
    assertThat(Measures.indexOfId(1)).isEmpty();
  }

  /** Partial tallies on the internal topic carry these ids: an id once given never changes. */
  @Test
  void theIdOfAMeasureNeverChanges() throws Exception {
    Map<String, String> golden = new TreeMap<>();
    try (InputStream in = MeasuresTest.class.getResourceAsStream("measure-ids.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" "))
          .forEach(cells -> golden.put(cells[0], cells[1]));
    }
    Map<String, String> ids = new TreeMap<>();
    for (int i = 0; i < Measures.count(); i++) {
      ids.put(Measures.name(i), "%08x".formatted(Measures.id(i)));
    }
    assertThat(ids).isEqualTo(golden);
    assertThat(ids.values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "audits.corruptionCase, audits.corruptionCases",
    "audit.corruptionCases, audits.corruptionCases",
    "prosecutions.trial.verySerius.accused, prosecutions.trial.verySerious.accused",
    "sanctions.head.dismissed.persons, sanctions.head.dismissal.persons",
    "matters.detect, matters.detected",
  })
  void theNearestNameIsTheOneWithTheFewestEdits(String wrong, String nearest) {
    assertThat(Measures.nearest(wrong)).contains(nearest);
  }

  @ParameterizedTest
  @CsvSource({"'','',0", "a,'',1", "'',ab,2", "kitten,sitting,3", "abc,abc,0", "abc,acb,2"})
  void editsAreInsertionsDeletionsAndSubstitutions(String a, String b, int distance) {
    assertThat(EditDistance.between(a, b)).isEqualTo(distance);
    assertThat(EditDistance.between(b, a)).isEqualTo(distance);
  }
}
