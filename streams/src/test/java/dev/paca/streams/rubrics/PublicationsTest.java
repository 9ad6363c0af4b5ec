package dev.paca.streams.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.rubrics.RubricVersion;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicationsTest {
  private final Publications publications = new Publications("2022");
  private long offset;

  @Test
  void theLastValidPublicationIsInForce() {
    publish(1, yaml(1, "one"));
    publish(2, yaml(2, "two"));

    assertThat(inForce()).isEqualTo(yaml(2, "two"));
    assertThat(publications.highest()).isEqualTo(2);
  }

  @Test
  void theSameContentPublishedAgainIsARollback() {
    publish(1, yaml(1, "one"));
    publish(2, yaml(2, "two"));
    assertThat(publish(1, yaml(1, "one")).adopted()).isTrue();

    assertThat(inForce()).isEqualTo(yaml(1, "one"));
    assertThat(publications.highest()).isEqualTo(2);
  }

  @Test
  void aPublishedVersionNeverChanges() {
    publish(1, yaml(1, "one"));
    Publication changed = publish(1, yaml(1, "changed"));

    assertThat(changed.adopted()).isFalse();
    assertThat(changed.refused())
        .contains("version 1 was published with other content and never" + " changes");
    assertThat(inForce()).isEqualTo(yaml(1, "one"));
    assertThat(publish(1, yaml(1, "changed")).adopted()).isFalse();
    assertThat(publications.all()).hasSize(3);
  }

  @Test
  void whatCannotBeReadChangesNothingAndTakesNoNumber() {
    assertThat(publish(1, "rubric: paca\nversion: x\n").refused().orElseThrow())
        .contains("problems; the first in ");
    publications.add(offset++, Instant.EPOCH, Optional.empty());
    assertThat(publications.inForce()).isEmpty();

    assertThat(publish(1, yaml(1, "one")).adopted()).isTrue();
  }

  @Test
  void aRecordThatSaysOtherwiseThanItsFileIsNotAdopted() {
    assertThat(publish(2, yaml(1, "one")).refused().orElseThrow())
        .isEqualTo(
            "its file is paca 2022 version 1, but the record says paca 2022 version 2 under the"
                + " key 2022");
    Publications otherKey = new Publications("2023");
    RubricVersion version = new RubricVersion("paca", 2022, 1, yaml(1, "one"));
    assertThat(otherKey.add(0, Instant.EPOCH, Optional.of(version)).adopted()).isFalse();
  }

  @Test
  void anEntryOfTheHistoryIsReadAsItWasWritten() {
    HistoryEntry entry = new HistoryEntry("2022", 1L << 40, 7, Optional.empty());
    assertThat(HistoryEntry.of(entry.storeKey(), entry.storeValue())).isEqualTo(entry);
    HistoryEntry later = new HistoryEntry("2022", 1L << 41, 8, Optional.of(new byte[] {1, 2}));
    HistoryEntry read = HistoryEntry.of(later.storeKey(), later.storeValue());
    assertThat(read.value().orElseThrow()).containsExactly(1, 2);
    assertThat(read.publishedAt()).isEqualTo(8);
    assertThat(java.util.Arrays.compareUnsigned(entry.storeKey(), later.storeKey())).isNegative();
  }

  private Publication publish(int version, String yaml) {
    return publications.add(
        offset++, Instant.EPOCH, Optional.of(new RubricVersion("paca", 2022, version, yaml)));
  }

  private String inForce() {
    return publications.inForce().flatMap(Publication::version).orElseThrow().getYaml();
  }

  private static String yaml(int version, String source) {
    return """
        rubric: paca
        version: %d
        year: 2022
        window: {from: 2021-12-16, to: 2022-12-15}
        provincesAsOf: 2022-12-15
        source: %s
        criteria:
          - {code: A, name: {vi: a, en: a}, max: 1, provenance: published, appraised: true}
        """
        .formatted(version, source);
  }
}
