package dev.paca.scoring.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.reports.ReportStatus;
import dev.paca.scoring.RubricSamples;
import dev.paca.scoring.fold.Fold.Assessment;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportCheck;
import dev.paca.scoring.report.ReportKey;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.rubric.Rubrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** What the fold promises about any history. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class FoldPropertiesTest {

  @Property
  void everyRandomReportCouldHaveBeenAccepted(@ForAll History history) {
    for (Filed filed : history.log()) {
      assertThat(
              ReportCheck.check(
                  filed.report().body(), Provinces.standard(), Filed.dateOf(filed.receivedAt())))
          .isEmpty();
    }
  }

  @Property
  void anyOrderAndRepetitionGivesTheSameAssessments(
      @ForAll History history, @ForAll Random random) {
    assertThat(fold(history.shuffledAndRepeated(random))).isEqualTo(fold(history.log()));
  }

  @Property
  void aCorrectionEqualsHavingReportedRightTheFirstTime(@ForAll History history) {
    assertThat(openEnded(history.log())).isEqualTo(openEnded(history.winners()));
  }

  @Property
  void aRetractionEqualsNeverHavingReported(@ForAll History history, @ForAll Random random) {
    Filed one = history.log().get(random.nextInt(history.log().size()));
    ReportKey key = one.report().key();
    History retracted = history.and(retraction(one));
    List<Filed> without =
        history.log().stream().filter(filed -> !filed.report().key().equals(key)).toList();
    assertThat(openEnded(retracted.log())).isEqualTo(openEnded(without));
    if (one.report().revision().isPresent()) {
      // A numbered retraction may also come before what it retracts.
      List<Filed> retractionFirst = new ArrayList<>(retracted.log());
      retractionFirst.add(0, retractionFirst.remove(retractionFirst.size() - 1));
      assertThat(openEnded(retractionFirst)).isEqualTo(openEnded(without));
    }
  }

  @Property
  void whatComesAfterADeadlineChangesNothingOfItsYear(@ForAll History history) {
    LocalDate deadline = LocalDate.parse(RubricSamples.ACCEPT_2024_UNTIL);
    // Appraisals decide about a closed year; and a case counts by its earliest report in any year.
    List<Filed> reports =
        history.log().stream()
            .filter(filed -> filed.report().type() != ReportType.APPRAISALS)
            .filter(filed -> filed.report().matterId().isEmpty())
            .toList();
    List<Filed> timely =
        reports.stream().filter(filed -> !filed.receivedOn().isAfter(deadline)).toList();
    assertThat(points(fold(reports))).isEqualTo(points(openEnded(timely)));
  }

  /** Of 2024, PROVINCE CRITERION → points. */
  private static Map<String, BigDecimal> points(Map<Integer, Assessment> assessments) {
    Map<String, BigDecimal> points = new TreeMap<>();
    assessments
        .get(2024)
        .scores()
        .forEach(
            (province, score) ->
                score.criteria().forEach(c -> points.put(province + " " + c.code(), c.points())));
    return points;
  }

  private static SpecificRecord retraction(Filed filed) {
    SpecificRecord body =
        SpecificData.getForSchema(filed.report().body().getSchema())
            .deepCopy(filed.report().body().getSchema(), filed.report().body());
    if (filed.report().revision().isPresent()) {
      body.put(body.getSchema().getField("revision").pos(), 99L);
    }
    body.put(body.getSchema().getField("status").pos(), ReportStatus.RETRACTED);
    assertThat(Report.of(body).retracted()).isTrue();
    return body;
  }

  private static Map<Integer, Assessment> fold(List<Filed> records) {
    return fold(RubricSamples.all(), records);
  }

  private static Map<Integer, Assessment> openEnded(List<Filed> records) {
    return fold(RubricSamples.openEnded(), records);
  }

  private static Map<Integer, Assessment> fold(Rubrics rubrics, List<Filed> records) {
    Fold fold = new Fold(Histories.PROVINCES, rubrics);
    records.forEach(fold::file);
    return fold.assessments();
  }
}
