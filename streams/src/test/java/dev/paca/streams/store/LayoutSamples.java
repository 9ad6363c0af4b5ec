package dev.paca.streams.store;

import dev.paca.internal.Coverage;
import dev.paca.internal.FreshnessCoverage;
import dev.paca.internal.PartialFreshness;
import dev.paca.internal.ReporterFreshness;
import dev.paca.internal.ServedFreshness;
import dev.paca.internal.TallySource;
import dev.paca.reports.AgencyKind;
import dev.paca.reports.AppraisalStage;
import dev.paca.reports.ReportStatus;
import dev.paca.scoring.measure.Measures;
import dev.paca.scoring.report.Filed;
import dev.paca.scoring.report.Report;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.report.Revisions;
import dev.paca.scoring.tally.AppraisedPoints;
import dev.paca.scoring.tally.Tally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Fixed objects whose bytes are kept: every field of every type stated, and none that need not. */
public final class LayoutSamples {
  private static final long RECEIVED_AT = 1_672_531_200_000L;

  private LayoutSamples() {}

  /** A report of each type with all fields; of the first also a later revision with few. */
  public static List<Revisions> reports() {
    List<Revisions> all = new ArrayList<>();
    for (ReportType type : ReportType.values()) {
      all.add(filed(type, true));
    }
    Filed later = filed(ReportType.AUDITS, RECEIVED_AT + Duration.ofDays(2).toMillis(), false);
    all.set(0, new Revisions(List.of(all.get(0).latest(), later)));
    return List.copyOf(all);
  }

  /** One report in one revision, with all fields or as few as there may be. */
  public static Revisions filed(ReportType type, boolean full) {
    return Revisions.of(filed(type, RECEIVED_AT, full));
  }

  private static Filed filed(ReportType type, long receivedAt, boolean full) {
    Report report = Report.of(record(type.schema(), full));
    return Filed.of(report, receivedAt, 3, 4_294_967_296L);
  }

  /** Sums, one of them beyond 64 bits, and points. */
  public static Tally tally() {
    Tally tally = new Tally();
    tally.reports(12);
    tally.set(Measures.indexOfId(Measures.id(0)).orElseThrow(), BigInteger.TEN);
    tally.set(Measures.indexOfId(Measures.id(7)).orElseThrow(), BigInteger.ONE.shiftLeft(80));
    tally.add(
        new AppraisedPoints(
            "C.1.1",
            AppraisalStage.FINAL,
            new BigDecimal("7.25"),
            LocalDate.of(2023, 3, 1),
            "ttcp",
            "TD-1"));
    return tally;
  }

  public static Coverage coverage(TallySource source) {
    return Coverage.newBuilder()
        .setSource(source)
        .setPartition(2)
        .setLedgerPartition(1)
        .setNextOffsets(new TreeMap<>(Map.of("paca.audits", 124L, "paca.sanctions", 7L)))
        .setAsOf(RECEIVED_AT)
        .build();
  }

  public static PartialFreshness freshness() {
    return PartialFreshness.newBuilder()
        .setPartition(2)
        .setProvince("92")
        .setSince(LocalDate.of(2025, 7, 1))
        .setReporters(reporters())
        .setUnnamed(5)
        .build();
  }

  public static FreshnessCoverage freshnessCoverage() {
    return new FreshnessCoverage(1, new TreeMap<>(Map.of("paca.audits", 124L)));
  }

  /** Of a province whose code always meant it. */
  public static ServedFreshness servedFreshness() {
    return ServedFreshness.newBuilder()
        .setProvince("01")
        .setSince(null)
        .setReporters(reporters())
        .setUnnamed(0)
        .build();
  }

  private static List<ReporterFreshness> reporters() {
    return List.of(
        ReporterFreshness.newBuilder()
            .setKind(AgencyKind.POLICE)
            .setAgency("cong-an")
            .setOccurredOn(LocalDate.of(2022, 6, 30))
            .setReceivedAt(RECEIVED_AT)
            .setReports(new TreeMap<>(Map.of("prosecutions", 3L, "recoveries", 70_000L)))
            .build());
  }

  private static SpecificRecord record(Schema schema, boolean full) {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      Schema stated = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
      boolean optional = field.schema().isUnion();
      Object value = optional && !full ? null : value(field, stated);
      record.put(field.pos(), value instanceof ReportStatus ? status(full) : value);
    }
    return record;
  }

  /** A retraction names no matter. */
  private static ReportStatus status(boolean full) {
    return full ? ReportStatus.REPORTED : ReportStatus.RETRACTED;
  }

  private static Object value(Schema.Field field, Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
      return new BigDecimal("7.25");
    }
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return LocalDate.of(2022, 6, 30).plusDays(field.pos());
    }
    return switch (schema.getType()) {
      case STRING -> field.name() + " Hoà Bình";
      case LONG -> 1_000_000_007L * field.pos();
      case INT -> 2000 + field.pos();
      case ENUM ->
          SpecificData.get()
              .createEnum(schema.getEnumSymbols().get(schema.getEnumSymbols().size() - 1), schema);
      default -> throw new IllegalArgumentException("no report has a " + schema.getType());
    };
  }
}
