package dev.paca.streams.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.internal.MeasureSum;
import dev.paca.internal.ServedCoverage;
import dev.paca.internal.ServedMessage;
import dev.paca.internal.ServedTally;
import dev.paca.internal.TallyFigures;
import dev.paca.rubrics.RubricVersion;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.streams.store.AvroCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the serving topic says is served once a coverage has ended it, and not before. */
class ServedBuilderTest {
  private static final int INSPECTIONS = Measures.index("audits.inspections").orElseThrow();

  private final AvroCodec<ServedMessage> codec = new AvroCodec<>(ServedMessage.class);
  private final ServedBuilder builder = new ServedBuilder(Provinces.standard());

  @BeforeEach
  void twoYearsHaveRubrics() throws IOException {
    for (int year : List.of(2022, 2023)) {
      String yaml = Files.readString(Path.of("..", "rubrics", year + ".yaml"));
      say(new RubricVersion(Rubric.INDEX, year, 1, yaml));
    }
  }

  @Test
  void aTallyThatChangedAloneIsServedWithTheNextCoverage() {
    say(tally(2022, 5));
    Served before = end();
    say(tally(2022, 7));
    Served after = end();

    assertThat(inspections(before, 2022)).isEqualTo(5);
    assertThat(inspections(after, 2022)).isEqualTo(7);
  }

  @Test
  void aYearOfWhichNothingChangedIsServedAsItWas() {
    say(tally(2022, 5), tally(2023, 6));
    Served before = end();
    say(tally(2022, 7));
    Served after = end();

    assertThat(after.year(2023)).containsSame(before.year(2023).orElseThrow());
    assertThat(inspections(after, 2023)).isEqualTo(6);
  }

  @Test
  void nothingIsServedBeforeACoverageEndsIt() {
    assertThat(say(tally(2022, 5))).isEmpty();
  }

  private Served end() {
    return say(new ServedCoverage(Map.of(), 1L)).orElseThrow();
  }

  /** In one record. */
  private Optional<Served> say(Object... messages) {
    List<ServedMessage> all = Arrays.stream(messages).map(ServedMessage::new).toList();
    return builder.apply(codec.encodeAll(all, Integer.MAX_VALUE).get(0));
  }

  private static ServedTally tally(int year, long inspections) {
    MeasureSum sum = new MeasureSum(Measures.id(INSPECTIONS), inspections);
    return new ServedTally(
        year, "94", "audits", new TallyFigures(0L, List.of(sum), List.of(), List.of()));
  }

  private static long inspections(Served served, int year) {
    return served.year(year).orElseThrow().tally("94").sum(INSPECTIONS).longValueExact();
  }
}
