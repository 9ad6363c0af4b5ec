package dev.paca.cli.query;

/** Answers as the API gives them, shortened; one field that no command knows is in each. */
final class Answers {
  private Answers() {}

  static final String TRUTH =
      """
      "truth": {"asOf": "2026-03-01T03:42:07Z", "ageMs": 3000, "covers": {"paca.audits-0": 7}}""";

  static final String RANKING =
      """
      {"year": 2022, "rubricVersion": 1, "of": 63, "mean": 66.06, "max": 100.00, "later": true,
       "parts": [{"code": "C", "name": {"vi": "Phát hiện", "en": "Detection"}, "max": 40.00, "mean": 19.91}],
       "rows": [
        {"rank": 8, "tied": true, "province": "94", "name": "Sóc Trăng", "total": 72.46,
         "basis": "FINAL", "previousRank": 9, "parts": [{"code": "C", "points": 21.50}]},
        {"rank": 8, "tied": true, "province": "26", "name": "Vĩnh Phúc", "total": 72.46,
         "basis": "COMPUTED", "previousRank": 8, "parts": [{"code": "C", "points": 22.00}]},
        {"rank": null, "tied": false, "province": "54", "name": "Phú Yên", "total": 0.00,
         "basis": "NONE", "previousRank": null, "parts": [{"code": "C", "points": 0.00}]}],
       """
          + TRUTH
          + "}";

  static final String PROVINCE =
      """
      {"year": 2022, "province": "94", "name": "Sóc Trăng", "total": 72.46, "max": 100.00,
       "rank": 8, "tied": false, "of": 63, "previousRank": 9, "rubricVersion": 1,
       "basis": "FINAL", "totalIsFinal": false, "mean": 66.06, "later": 1,
       "parts": [{"code": "C", "name": {"vi": "Phát hiện", "en": "Detection"}, "points": 21.50,
                  "max": 40.00, "mean": 19.91, "basis": "FINAL", "previousPoints": 20.10}],
       "criteria": [
        {"code": "C", "parent": null, "depth": 0, "leaf": false,
         "name": {"vi": "Phát hiện và xử lý", "en": "Detection and handling"}, "points": 21.50,
         "max": 40.00, "mean": 19.91, "basis": "FINAL"},
        {"code": "C.1.1", "parent": "C", "depth": 2, "leaf": true,
         "name": {"vi": "Qua kiểm tra, thanh tra", "en": "Through inspection"}, "points": 1.50,
         "max": 8.00, "mean": 3.25, "basis": "COMPUTED"},
        {"code": "C.1.2", "parent": "C", "depth": 2, "leaf": true,
         "name": {"vi": "Qua phản ánh, tố cáo", "en": "Through denunciations"}, "points": 0.00,
         "max": 8.00, "mean": null, "basis": "NONE"}],
       "weak": ["C.1.1"], "predecessors": [],
       "next": {"rank": 7, "province": "92", "name": "Cần Thơ", "points": 0.05},
       """
          + TRUTH
          + "}";

  static final String EVIDENCE =
      """
      {"year": 2022, "province": "94", "name": "Sóc Trăng", "code": "C.1.1",
       "criterion": {"vi": "Qua kiểm tra, thanh tra", "en": "Through inspection"},
       "formula": "audits.corruptionCases >= 1 ? 4.0 : 0.0", "provenance": "illustrative",
       "points": 4.00, "max": 8.00, "basis": "COMPUTED",
       "measures": {"audits.corruptionCases": 3, "audits.recoveredVnd": 12345678901},
       "computed": 4.00, "problem": null,
       "stages": [{"stage": "SELF", "points": 6.00, "agency": "ST-UBND", "reportId": "S-1",
                   "revision": 1, "occurredOn": "2022-12-15", "reference": null, "effective": false}],
       "reports": [
        {"type": "audits", "agency": "ST-TT", "agencyKind": "INSPECTORATE", "reportId": "TT-7",
         "revision": 2, "status": "REPORTED", "province": "94", "provinceName": "Sóc Trăng",
         "occurredOn": "2022-06-30", "receivedAt": "2022-07-01T00:00:00Z",
         "measures": {"audits.corruptionCases": 3, "audits.recoveredVnd": 12345678901},
         "fields": {"corruptionCases": 3}, "notCounted": null,
         "warnings": [{"code": "SUM", "vi": "Không khớp tổng", "en": "Sums do not agree"}]},
        {"type": "audits", "agency": "ST-TT", "agencyKind": "INSPECTORATE", "reportId": "TT-9",
         "revision": 1, "status": "REPORTED", "province": "94", "provinceName": "Sóc Trăng",
         "occurredOn": "2022-12-31", "receivedAt": "2024-01-01T00:00:00Z", "measures": {},
         "fields": {}, "warnings": [], "notCounted": {"code": "LATE", "vi": "nhận sau hạn nộp của năm", "en": "received after the deadline of the year"}}],
       "settled": true, "rubricVersion": 1,
       """
          + TRUTH
          + "}";

  static final String MATTER =
      """
      {"matterId": "VA/2022/1", "countedBy": "audits/ST-TT/TT-7", "countedInYears": [2022],
       "countedForProvince": "94",
       "reports": [{"type": "audits", "agency": "ST-TT", "reportId": "TT-7", "revision": 2,
         "status": "REPORTED", "province": "94", "provinceName": "Sóc Trăng",
         "occurredOn": "2022-06-30", "fields": {"corruptionCases": 1234}, "warnings": []}],
       "disagreements": [{"code": "D", "vi": "Số bị can khác nhau", "en": "Numbers of accused differ"}]}""";

  static final String FRESHNESS =
      """
      {"today": "2025-12-20", "provinces": [
        {"province": "01", "name": "Hà Nội", "freshness": null,
         "kinds": [{"agencyKind": "COURT", "expected": true, "freshness": null}],
         "agencies": [], "unnamedAgencies": 0},
        {"province": "92", "name": "Cần Thơ",
         "freshness": {"occurredOn": "2025-11-09", "occurredDaysAgo": 41,
           "receivedAt": "2025-11-10T01:00:00Z", "receivedDaysAgo": 40, "reports": 2,
           "byType": {"audits": 2}},
         "kinds": [
          {"agencyKind": "COURT", "expected": true, "freshness": null},
          {"agencyKind": "POLICE", "expected": true,
           "freshness": {"occurredOn": "2025-11-09", "occurredDaysAgo": 41,
             "receivedAt": "2025-11-10T01:00:00Z", "receivedDaysAgo": 40, "reports": 2,
             "byType": {"audits": 2}}}],
         "agencies": [{"agency": "cong-an-tinh-92", "agencyKind": "POLICE",
           "freshness": {"occurredOn": "2025-11-09", "occurredDaysAgo": 41,
             "receivedAt": "2025-11-10T01:00:00Z", "receivedDaysAgo": 40, "reports": 2,
             "byType": {"audits": 2}}}],
         "unnamedAgencies": 0}],
       """
          + TRUTH
          + "}";

  static final String HISTORY =
      """
      [{"at": "2026-02-28T17:30:00Z", "criterion": "TOTAL", "oldPoints": 70.00, "newPoints": 72.46,
        "basis": "COMPUTED", "rubricVersion": 1, "reports": ["audits/ST-TT/TT-7"],
        "reportCount": 1, "byRubric": false}]""";
}
