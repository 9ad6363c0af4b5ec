package dev.paca.scoring.draft;

import dev.paca.scoring.rubric.Criterion;
import dev.paca.scoring.rubric.Rubric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a draft counts the very reports that the rubric in force counts, in the same places. Only
 * then can it be judged from the tallies; else the input has to be folded anew.
 */
public final class SamePlacement {
  private SamePlacement() {}

  /**
   * One way in which a draft places reports otherwise.
   *
   * @param code WINDOW, PROVINCES_AS_OF, ACCEPT_UNTIL or NEW_LEAF; stable
   */
  public record Reason(String code, String vi, String en) {}

  /** Empty when the tallies suffice. Both rubrics are of one year. */
  public static List<Reason> reasons(Rubric inForce, Rubric draft) {
    List<Reason> reasons = new ArrayList<>();
    differs(
        reasons,
        "WINDOW",
        inForce.window().from() + " – " + inForce.window().to(),
        draft.window().from() + " – " + draft.window().to(),
        "thời kỳ tính điểm",
        "window");
    differs(
        reasons,
        "PROVINCES_AS_OF",
        inForce.provincesAsOf().toString(),
        draft.provincesAsOf().toString(),
        "ngày chọn các tỉnh",
        "provincesAsOf");
    differs(
        reasons,
        "ACCEPT_UNTIL",
        inForce.acceptUntil().map(Objects::toString).orElse("–"),
        draft.acceptUntil().map(Objects::toString).orElse("–"),
        "hạn nhận báo cáo",
        "acceptUntil");
    newLeaves(reasons, inForce, draft);
    return reasons;
  }

  private static void differs(
      List<Reason> reasons, String code, String now, String then, String vi, String en) {
    if (!now.equals(then)) {
      reasons.add(
          new Reason(
              code,
              "%s là %s thay vì %s".formatted(vi, then, now),
              "its %s is %s instead of %s".formatted(en, then, now)));
    }
  }

  /** Appraisals of a code that is no leaf in force are kept and counted nowhere. */
  private static void newLeaves(List<Reason> reasons, Rubric inForce, Rubric draft) {
    Set<String> known = inForce.leaves().stream().map(Criterion::code).collect(Collectors.toSet());
    String added =
        draft.leaves().stream()
            .map(Criterion::code)
            .filter(code -> !known.contains(code))
            .collect(Collectors.joining(", "));
    if (!added.isEmpty()) {
      reasons.add(
          new Reason(
              "NEW_LEAF",
              "tiêu chí chấm điểm mới %s có thể đã có kết quả thẩm định chờ tính".formatted(added),
              "appraisals of its new leaves %s may be waiting".formatted(added)));
    }
  }
}
