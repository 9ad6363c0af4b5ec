package dev.paca.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.ServedMessage;
import dev.paca.internal.ServedTally;
import dev.paca.reports.AppraisalStage;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

class StoredTalliesTest {
  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);

  @Property(tries = 300)
  void aTallyIsReadAsItWasWrittenWhateverItsSize(
      @ForAll @IntRange(max = 200) int measure,
      @ForAll @BigRange(min = "-99999999999999999999999", max = "99999999999999999999999")
          BigInteger sum,
      @ForAll @IntRange(max = 9) int reports) {
    Tally tally = new Tally();
    tally.reports(reports);
    tally.set(measure, sum);
    AppraisedPoints points =
        new AppraisedPoints(
            "A.1",
            AppraisalStage.FINAL,
            new BigDecimal("1.25"),
            LocalDate.of(2022, 12, 15),
            "thanh-tra",
            "R-1");
    tally.add(points);

    byte[] bytes =
        codec.encode(
            new ServedMessage(new ServedTally(2022, "94", "audits", StoredTallies.figures(tally))));
    ServedTally read = (ServedTally) codec.decode(bytes).getMessage();
    Tally again = StoredTallies.tally(read.getFigures());

    for (int index = 0; index < Measures.count(); index++) {
      assertThat(again.sum(index)).isEqualTo(tally.sum(index));
    }
    assertThat(again.reports()).isEqualTo(reports);
    assertThat(again.winners()).containsExactly(points);
    byte[] repeated =
        codec.encode(
            new ServedMessage(new ServedTally(2022, "94", "audits", StoredTallies.figures(again))));
    assertThat(repeated).isEqualTo(bytes);
  }
}
