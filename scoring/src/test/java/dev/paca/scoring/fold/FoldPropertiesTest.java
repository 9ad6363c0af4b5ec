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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    assertThat(fold(history.log())).isEqualTo(fold(history.winners()));
  }

  @Property
  void aRetractionEqualsNeverHavingReported(@ForAll History history, @ForAll Random random) {
    Filed one = history.log().get(random.nextInt(history.log().size()));
    ReportKey key = one.report().key();
    History retracted = history.and(retraction(one));
    List<Filed> without =
        history.log().stream().filter(filed -> !filed.report().key().equals(key)).toList();
    assertThat(fold(retracted.log())).isEqualTo(fold(without));
    if (one.report().revision().isPresent()) {
      // A numbered retraction may also come before what it retracts.
      List<Filed> retractionFirst = new ArrayList<>(retracted.log());
      retractionFirst.add(0, retractionFirst.remove(retractionFirst.size() - 1));
      assertThat(fold(retractionFirst)).isEqualTo(fold(without));
    }
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
    Fold fold = new Fold(Histories.PROVINCES, RubricSamples.all());
    records.forEach(fold::file);
    return fold.assessments();
  }
}
