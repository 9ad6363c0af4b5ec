package dev.paca.cli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paca.cli.export.Export;
import dev.paca.cli.export.InputFromExport;
import dev.paca.reports.Conflict;
import dev.paca.streams.recount.CommittedInput;
import dev.paca.streams.recount.Entry;
import dev.paca.streams.recount.Recount;
import dev.paca.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same certificate anywhere; any other input another one. */
class CertificateTest {
  @TempDir private Path dir;

  private final WrittenLog log = WrittenLog.small();
  private final Certificate certificate = certify(log);

  /** Another figure here means another {@link Certificate#FORMAT}, and old ones do not compare. */
  @Test
  void theFormIsAsDocumented() {
    assertThat(certificate.format()).isEqualTo(1);
    assertThat(partition("paca.conflicts-0").sha256())
        .isEqualTo("90e24ec38b9ecf2b729c805dd1b44f49a23022d2713840b491f01968d78d3dfb");
    assertThat(partition("paca.sanctions-1").sha256())
        .isEqualTo("6f17f5a1f12986ebd848f142a33b66cf56bc65e3101594d84fc5a5f29d6fcaff");
    assertThat(partition("paca.rubrics-0").sha256())
        .isEqualTo("a3fa4eb6621f8423bd39c02bea727045ef6aed52983a41a7b3d16e62391b9983");
    assertThat(partition("paca.audits-0"))
        .isEqualTo(new Certificate.Partition("paca.audits-0", 0, 0, 0, "0".repeat(64)));
    assertThat(certificate.input().sha256())
        .isEqualTo("0e2fc08fee4c18243388247a515066f62a4974bf134647427e371d725ef776ea");
    assertThat(certificate.rubrics().sha256())
        .isEqualTo("bd44eab283b83a2c47a611aee7e869358d9a797eb2cae34abc5f9e0ba954c0de");
    assertThat(certificate.scores().sha256())
        .isEqualTo("e68623776eaa5dc3b74121126a22184098b2a05bcc94f50e70fabaaf41760aff");
    assertThat(certificate.scores().years().get(0).sha256())
        .isEqualTo(certificate.scores().sha256());
  }

  @Test
  void scoresAreSaidAsLinesWithTwoDecimals() {
    Recount recount = Recount.of(log, Recount.Options.NOW);

    assertThat(ScoreLines.of(recount.assessments().get(2022)))
        .contains(
            "2022 MEAN 10.17",
            "2022 94 TOTAL 18.00 COMPUTED 1",
            "2022 94 B.1 18.00 COMPUTED",
            "2022 92 B.2 2.33 COMPUTED",
            "2022 01 TOTAL 0.00 NONE -");
  }

  @Test
  void itCountsWhatItCovers() {
    assertThat(certificate.input().records()).isEqualTo(7);
    assertThat(certificate.input().partitions()).hasSize(15);
    assertThat(certificate.scores().count()).isEqualTo(63 * 4);
    assertThat(certificate.at()).isNull();
    assertThat(certificate.until()).isNull();
  }

  @Test
  void anExportOfTheSameHasTheSameCertificate() throws IOException {
    Export.write(log, dir, Instant.EPOCH);

    assertThat(certify(new InputFromExport(dir))).isEqualTo(certificate);
  }

  @Test
  void aFileKeepsIt() {
    CertificateFile file = new CertificateFile(dir.resolve("certificate.json"));
    file.write(certificate);

    assertThat(file.read()).isEqualTo(certificate);
  }

  @Test
  void oneChangedFigureChangesIt() {
    assertThat(differing(changed("X-2", e -> value(e, 5)))).contains("input", "scores 2022");
  }

  @Test
  void oneChangedTimestampChangesIt() {
    assertThat(differing(changed("X-2", e -> moved(e, e.offset(), e.timestamp() + 1))))
        .containsExactly("input");
  }

  @Test
  void oneMovedOffsetChangesIt() {
    assertThat(differing(changed("X-3", e -> moved(e, e.offset() + 1, e.timestamp()))))
        .containsExactly("input");
  }

  @Test
  void noKeyIsNotAnEmptyKeyAndNoValueIsNotAnEmptyOne() {
    assertThat(differing(log.with(e -> e.key().isEmpty() ? keyed(e, "") : e)))
        .containsExactly("input");
    assertThat(differing(log.with(e -> e.topic().equals(Topics.SANCTIONS) ? emptied(e) : e)))
        .containsExactly("input");
  }

  @Test
  void anotherRubricIsNamedByItsYearWithWhatItChanges() {
    assertThat(differing(log.rubric(2))).containsExactly("input", "rubric 2022", "scores 2022");
  }

  @Test
  void otherPartitionsWithoutAnyRecordAreAnotherInput() {
    assertThat(differing(new WrittenLog(log.entries(), 3)))
        .contains("input", "input paca.audits-2");
  }

  @Test
  void aRecordWhereTheManifestHasNoPartitionIsNotOverlooked() {
    WrittenLog hidden = new WrittenLog(log.entries(), 1);

    assertThat(certify(hidden).input().records()).isEqualTo(7);
    assertThat(differing(hidden)).contains("input paca.audits-1");
  }

  @Test
  void whatWasAskedForIsPartOfIt() {
    Recount.Options options =
        Recount.Options.NOW
            .at(Instant.ofEpochMilli(WrittenLog.START + 2))
            .until(LocalDate.parse("2022-12-10"));
    Certificate then = CertifiedRecount.of(log, options).certificate();

    assertThat(then.at()).isEqualTo("2022-12-14T06:40:00.002Z");
    assertThat(then.until()).isEqualTo("2022-12-10");
    assertThat(then.input().records()).isEqualTo(3);
    assertThat(Divergence.between(certificate, then))
        .extracting(Divergence::what)
        .contains("at", "until");
  }

  @Test
  void aCertificateThatContradictsItselfIsNoticed() {
    Certificate.Input input = certificate.input();
    Certificate altered =
        new Certificate(
            1,
            null,
            null,
            new Certificate.Input(input.records(), "0".repeat(64), input.partitions()),
            certificate.rubrics(),
            certificate.scores());

    assertThat(Divergence.between(altered, certificate))
        .containsExactly(new Divergence("input", "0".repeat(64), input.sha256()));
  }

  private WrittenLog changed(String id, UnaryOperator<Entry> change) {
    return log.with(e -> e.key().orElse("").endsWith(id) ? change.apply(e) : e);
  }

  /** What differs from the log's, without the names of these partitions. */
  private List<String> differing(WrittenLog other) {
    List<String> found =
        Divergence.between(certificate, certify(other)).stream().map(Divergence::what).toList();
    return found.stream()
        .map(what -> what.replaceAll("paca[.](conf|sanc|rub).*", "").strip())
        .toList();
  }

  private Certificate.Partition partition(String name) {
    return certificate.input().partitions().stream()
        .filter(partition -> partition.partition().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Certificate certify(CommittedInput input) {
    return CertifiedRecount.of(input, Recount.Options.NOW).certificate();
  }

  private static Entry value(Entry e, long detected) {
    Conflict changed =
        Conflict.newBuilder((Conflict) e.value().orElseThrow()).setDetected(detected).build();
    return new Entry(
        e.topic(),
        e.partition(),
        e.offset(),
        e.timestamp(),
        e.key(),
        Optional.of(changed),
        e.bytes(),
        e.problem());
  }

  private static Entry moved(Entry e, long offset, long timestamp) {
    return new Entry(
        e.topic(), e.partition(), offset, timestamp, e.key(), e.value(), e.bytes(), e.problem());
  }

  private static Entry keyed(Entry e, String key) {
    return new Entry(
        e.topic(),
        e.partition(),
        e.offset(),
        e.timestamp(),
        Optional.of(key),
        e.value(),
        e.bytes(),
        e.problem());
  }

  private static Entry emptied(Entry e) {
    return new Entry(
        e.topic(),
        e.partition(),
        e.offset(),
        e.timestamp(),
        e.key(),
        Optional.empty(),
        Optional.of(new byte[0]),
        Optional.of("empty"));
  }
}
