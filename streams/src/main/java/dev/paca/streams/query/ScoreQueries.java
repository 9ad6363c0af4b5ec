package dev.paca.streams.query;

import java.util.List;
import java.util.Optional;

/**
 * The read side: every question the API, the page and the command line ask. A province is named by
 * GSO code, name or abbreviation, with or without marks. Answers come from committed output.
 */
public interface ScoreQueries {
  /** For questions that are about no one year. */
  int ANY_YEAR = 0;

  /**
   * The same questions as of another time or by another version of one year's rubric. Made anew
   * from the committed input, so it may take seconds; throws {@link QueryRefused} where that is not
   * possible.
   *
   * @param year whose rubric {@link AsOf#rubric} means, or {@link #ANY_YEAR}
   */
  ScoreQueries asOf(int year, AsOf asOf);

  /** All assessment years with a rubric, latest first. */
  List<AssessmentView> assessments();

  Optional<RankingView> ranking(int year);

  /** Throws {@link QueryRefused} NOT_FOUND naming what exists when year or province is unknown. */
  ProvinceView province(int year, String province);

  /** The sums that the province's formulas were computed from; refuses as {@link #province}. */
  MeasuresView measures(int year, String province);

  /** Formula, measures and reports behind one criterion; measures add up to the computed points. */
  EvidenceView evidence(int year, String province, String criterion);

  /** One report with all that is kept of it; {@code type} is the topic's word. */
  Optional<FiledView> report(String type, String agency, String reportId);

  /** Reports that were accepted and count nowhere: waiting for a rubric, late, taken back. */
  UncountedView uncounted();

  /**
   * Who reports and how fresh that is. Throws {@link QueryRefused} NOT_FOUND for a province that is
   * none today, or an agency without a report in force.
   *
   * @param agency only this one, by its code
   */
  FreshnessView freshness(Optional<String> province, Optional<String> agency);

  Optional<MatterView> matter(String matterId);

  /** Changes of the total (criterion empty) or of one criterion, oldest first. */
  List<HistoryView> history(int year, String province, Optional<String> criterion);
}
