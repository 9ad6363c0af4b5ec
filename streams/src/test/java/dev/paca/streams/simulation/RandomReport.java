package dev.paca.streams.simulation;

import dev.paca.reports.ReportStatus;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.report.ReportType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reports of a few agencies with a few numbers, so that most are corrected, moved or taken back.
 */
final class RandomReport {
  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 12, 10);
  private static final int DAYS = 1475;
  private static final List<LocalDate> EDGES =
      List.of(
          LocalDate.of(2021, 12, 16),
          LocalDate.of(2022, 12, 15),
          LocalDate.of(2023, 12, 16),
          LocalDate.of(2023, 12, 31),
          LocalDate.of(2024, 12, 15),
          LocalDate.of(2025, 7, 1));
  private static final List<String> CRITERIA =
      List.of("C.1", "C.2", "D.1", "D.1", "D.2", "TOTAL", "C");

  private final Random random;

  RandomReport(Random random) {
    this.random = random;
  }

  SpecificRecord next() {
    ReportType type = pick(List.of(ReportType.values()));
    SpecificRecord body = (SpecificRecord) SpecificData.get().newRecord(null, type.schema());
    type.schema().getFields().forEach(field -> body.put(field.pos(), anything(field)));
    boolean numbered = random.nextInt(3) > 0;
    set(body, "agency", "AG" + random.nextInt(2));
    set(body, "reportId", (numbered ? "n" : "u") + random.nextInt(3));
    set(body, "revision", numbered ? (Long) (1L + random.nextInt(4)) : null);
    set(body, "status", random.nextInt(7) == 0 ? ReportStatus.RETRACTED : ReportStatus.REPORTED);
    set(body, "matterId", random.nextBoolean() ? "VA-" + random.nextInt(3) : null);
    LocalDate day = random.nextInt(3) == 0 ? pick(EDGES) : FIRST_DAY.plusDays(below(DAYS));
    set(body, "occurredOn", day);
    List<Province> valid = World.ROWS.stream().filter(province -> province.validOn(day)).toList();
    set(body, "province", pick(valid).code());
    return body;
  }

  private Object anything(Schema.Field field) {
    Schema schema = field.schema();
    return switch (schema.getType()) {
      case ENUM -> SpecificData.get().createEnum(pick(schema.getEnumSymbols()), schema);
      case UNION -> schema.getTypes().get(1).getType() == Schema.Type.LONG ? amount(field) : null;
      case BYTES -> BigDecimal.valueOf(below(1000), 2);
      case INT -> schema.getLogicalType() == null ? (Object) (2021 + below(6)) : FIRST_DAY;
      case STRING -> pick(CRITERIA);
      default -> throw new IllegalStateException("no value for " + field);
    };
  }

  /** Not stated, small, or of money also so much that a few leave 64 bits. */
  private Long amount(Schema.Field field) {
    if (random.nextInt(4) == 0) {
      return null;
    }
    boolean money = field.name().endsWith("Vnd");
    return money && random.nextInt(3) == 0
        ? Long.MAX_VALUE - below(1000)
        : (Long) (long) below(money ? 1_000_000 : 7);
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  static void set(SpecificRecord body, String field, Object value) {
    body.put(body.getSchema().getField(field).pos(), value);
  }
}
