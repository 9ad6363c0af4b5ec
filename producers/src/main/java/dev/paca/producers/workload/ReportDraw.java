package dev.paca.producers.workload;

import dev.paca.reports.AgencyKind;
import dev.paca.reports.Appraisal;
import dev.paca.reports.Prosecution;
import dev.paca.reports.ReportStatus;
import dev.paca.scoring.province.Province;
import dev.paca.scoring.province.Provinces;
import dev.paca.scoring.report.ReportType;
import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import dev.paca.scoring.rubric.Rubrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Draws any revision of any report from the seed, its number and its revision alone, so that
 * millions of reports can be corrected and repeated without being kept.
 */
final class ReportDraw {
  /** One appraisal in ten reports; an appraisal's criteria are many and its points few. */
  private static final List<ReportType> TYPES =
      List.of(
          ReportType.AUDITS,
          ReportType.AUDITS,
          ReportType.DENUNCIATIONS,
          ReportType.DENUNCIATIONS,
          ReportType.PROSECUTIONS,
          ReportType.PROSECUTIONS,
          ReportType.RECOVERIES,
          ReportType.SANCTIONS,
          ReportType.CONFLICTS,
          ReportType.APPRAISALS);

  private static final int MOVES_ONE_IN = 50;
  private static final int REPORTS_PER_MATTER = 4;
  private static final int STATED_PERCENT = 75;
  // Appraisals have no case number, so that a third of all is 37 of 100 others.
  private static final int WITH_MATTER_PERCENT = 37;
  private static final int MATTER_STREAM = -1;

  private final long seed;
  private final int matters;
  private final Rubrics rubrics;
  private final LocalDate from;
  private final int days;
  private final Map<LocalDate, List<String>> codes = new HashMap<>();

  ReportDraw(long seed, int reports, Rubrics rubrics, LocalDate from, LocalDate to) {
    this.seed = seed;
    this.matters = Math.max(1, reports / (3 * REPORTS_PER_MATTER));
    this.rubrics = rubrics;
    this.from = from;
    this.days = Math.toIntExact(to.toEpochDay() - from.toEpochDay()) + 1;
  }

  private SplittableRandom dice(int number, int revision) {
    return new SplittableRandom(seed ^ ((long) number << 24 | revision & 0xFFFFFF));
  }

  /** The report as its revision states it; a report keeps its type, agency and case for ever. */
  SpecificRecord of(int number, int revision, ReportStatus status) {
    SplittableRandom lasting = dice(number, 0);
    ReportType type = TYPES.get(lasting.nextInt(TYPES.size()));
    AgencyKind kind = AgencyKind.values()[lasting.nextInt(AgencyKind.values().length)];
    boolean onMatter = type != ReportType.APPRAISALS && lasting.nextInt(100) < WITH_MATTER_PERCENT;
    int matter = lasting.nextInt(matters);
    // What agencies report on one case happened in one province.
    int province = (onMatter ? dice(matter, MATTER_STREAM) : lasting).nextInt(1 << 20);
    LocalDate day = from.plusDays(lasting.nextInt(days));
    String home = code(province, day);
    for (int r = 2; r <= revision; r++) {
      SplittableRandom move = dice(number, r);
      if (move.nextInt(MOVES_ONE_IN) == 0) {
        if (move.nextBoolean()) {
          province += 1 + move.nextInt(30);
        } else {
          day = from.plusDays(move.nextInt(days));
        }
      }
    }
    SpecificRecord body = (SpecificRecord) SpecificData.get().newRecord(null, type.schema());
    put(body, "reportId", "BC-" + number);
    put(body, "revision", (long) revision);
    put(body, "agencyKind", kind);
    put(body, "agency", kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + home);
    put(body, "matterId", onMatter ? "VA-" + matter : null);
    put(body, "province", code(province, day));
    put(body, "occurredOn", day);
    choose(body, type, lasting);
    put(body, "status", status);
    fill(body, type, day, dice(number, revision).split());
    return body;
  }

  private String code(int draw, LocalDate day) {
    List<String> set =
        codes.computeIfAbsent(
            day, d -> Provinces.standard().on(d).stream().map(Province::code).toList());
    return set.get(draw % set.size());
  }

  private static void choose(SpecificRecord body, ReportType type, SplittableRandom dice) {
    for (Schema.Field field : type.schema().getFields()) {
      if (field.schema().getType() == Schema.Type.ENUM && body.get(field.pos()) == null) {
        Object[] values = SpecificData.get().getClass(field.schema()).getEnumConstants();
        body.put(field.pos(), values[dice.nextInt(values.length)]);
      }
    }
  }

  private void fill(SpecificRecord body, ReportType type, LocalDate day, SplittableRandom dice) {
    if (body instanceof Appraisal) {
      appraise(body, day, dice);
      return;
    }
    if (body instanceof Prosecution) {
      put(body, "offence", 353 + dice.nextInt(7));
    }
    for (Schema.Field field : type.numbers()) {
      if (dice.nextInt(100) < STATED_PERCENT) {
        boolean money = field.name().endsWith("Vnd");
        body.put(field.pos(), money ? dice.nextLong(5_000_000_000L) : dice.nextLong(40));
      }
    }
  }

  private void appraise(SpecificRecord body, LocalDate day, SplittableRandom dice) {
    Rubric rubric =
        rubrics.all().stream()
            .filter(r -> r.window().contains(day))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(day + " is in no rubric's window"));
    Criterion leaf = rubric.leaves().get(dice.nextInt(rubric.leaves().size()));
    int most = leaf.max().movePointRight(2).intValueExact();
    put(body, "assessmentYear", rubric.year());
    put(body, "criterion", leaf.code());
    put(body, "points", BigDecimal.valueOf(dice.nextInt(most + 1), 2));
  }

  private static void put(SpecificRecord body, String field, Object value) {
    body.put(body.getSchema().getField(field).pos(), value);
  }
}
