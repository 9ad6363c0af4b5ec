package dev.paca.scoring.tally;

import dev.paca.scoring.report.Filed;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where a report counts, by which of its revisions, and where and why it does not.
 *
 * @param counted windows overlap, so there may be several
 */
public record Placement(List<Counted> counted, List<NotCounted> notCounted) {

  /** One place and the revision that counts there. */
  public record Counted(Place place, Filed by) {}

  /** Why a report that was accepted gives nothing. */
  public enum Reason {
    RETRACTED("đã rút lại", "retracted"),
    NO_WINDOW(
        "chưa có bộ chỉ số nào của kỳ đánh giá này; báo cáo được giữ và chờ",
        "no known rubric covers it yet; it is kept and waits"),
    LATE("nhận sau hạn nộp của năm", "received after the year's deadline"),
    LATER("xảy ra sau ngày được hỏi", "it occurred after the day asked about"),
    NOT_IN_PROVINCE_SET(
        "tỉnh này không có trong danh sách tỉnh của năm đánh giá",
        "the province is not in the year's province set"),
    UNKNOWN_CRITERION(
        "bộ chỉ số của năm không có tiêu chí này", "the year's rubric has no such criterion"),
    NOT_A_LEAF(
        "tiêu chí này là tổng của các tiêu chí con; điểm được cho ở tiêu chí con",
        "the criterion is the sum of those below it; points are given to those");

    private final String vi;
    private final String en;

    Reason(String vi, String en) {
      this.vi = vi;
      this.en = en;
    }

    public String vi() {
      return vi;
    }

    public String en() {
      return en;
    }
  }

  /**
   * @param year empty when it counts in no year at all
   * @param revision the one that does not count
   */
  public record NotCounted(OptionalInt year, Reason reason, Filed revision) {}

  public Placement {
    counted = List.copyOf(counted);
    notCounted = List.copyOf(notCounted);
  }

  public boolean counts() {
    return !counted.isEmpty();
  }

  public List<Place> places() {
    return counted.stream().map(Counted::place).toList();
  }
}
