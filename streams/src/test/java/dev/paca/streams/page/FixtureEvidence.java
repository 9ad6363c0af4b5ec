package dev.paca.streams.page;

import dev.paca.streams.query.CriterionView;
import dev.paca.streams.query.EvidenceView;
import dev.paca.streams.query.MatterView;
import dev.paca.streams.query.NameView;
import dev.paca.streams.query.ReportView;
import dev.paca.streams.query.TruthView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented criteria, reports and one case. */
final class FixtureEvidence {
  static final String MATTER = "12/2022/HSST";

  private FixtureEvidence() {}

  static List<CriterionView> criteria(FixtureYear year, String province, FixtureQueries queries) {
    List<CriterionView> all = new ArrayList<>();
    Map<String, NameView> parents = new LinkedHashMap<>(FixtureYear.PARENTS);
    for (FixtureYear.Leaf leaf : year.leaves()) {
      for (String parent : List.copyOf(parents.keySet())) {
        if (leaf.code().startsWith(parent + ".")) {
          all.add(parent(year, province, parent, queries));
          parents.remove(parent);
        }
      }
      all.add(leaf(year, province, leaf, queries));
    }
    return all;
  }

  private static CriterionView parent(
      FixtureYear year, String province, String code, FixtureQueries queries) {
    int dot = code.lastIndexOf('.');
    return new CriterionView(
        code,
        dot < 0 ? null : code.substring(0, dot),
        dot < 0 ? 0 : 1,
        false,
        FixtureYear.PARENTS.get(code),
        FixtureQueries.sum(year, province, code),
        FixtureQueries.max(code),
        queries.mean(year, code),
        queries.basis(year, province),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static CriterionView leaf(
      FixtureYear year, String province, FixtureYear.Leaf leaf, FixtureQueries queries) {
    boolean nothing = !year.points.containsKey(province);
    boolean computed = leaf.formula() != null && !nothing;
    BigDecimal points = FixtureQueries.sum(year, province, leaf.code());
    String basis = nothing ? "NONE" : computed ? "COMPUTED" : queries.basis(year, province);
    return new CriterionView(
        leaf.code(),
        leaf.parent(),
        leaf.parent().contains(".") ? 2 : 1,
        true,
        leaf.name(),
        points,
        leaf.max(),
        queries.mean(year, leaf.code()),
        basis,
        nothing || computed ? null : leaf.max(),
        "SELF".equals(basis) || nothing || computed ? null : points,
        "FINAL".equals(basis) ? points : null,
        computed ? points : null,
        leaf.formula() == null ? "published" : "illustrative",
        leaf.formula(),
        null);
  }

  static EvidenceView of(
      FixtureYear year, String province, String code, FixtureQueries queries, TruthView truth) {
    FixtureYear.Leaf leaf = FixtureYear.leaf(code);
    CriterionView criterion = leaf(year, province, leaf, queries);
    boolean detected = code.equals("C.1.1") && !"NONE".equals(criterion.basis());
    return new EvidenceView(
        year.year,
        province,
        year.names.get(province),
        code,
        leaf.name(),
        leaf.formula(),
        criterion.provenance(),
        criterion.points(),
        leaf.max(),
        criterion.basis(),
        detected ? Map.of("audits.corruptionCases", 7L) : Map.of(),
        criterion.computed(),
        null,
        leaf.formula() == null ? stages(criterion) : List.of(),
        detected ? reports(province) : List.of(),
        true,
        1,
        null,
        truth);
  }

  private static List<EvidenceView.Stage> stages(CriterionView criterion) {
    return List.of(
        new EvidenceView.Stage(
            "SELF", criterion.max(), "UBND-ST", "TC-2022", 1, "2022-12-20", null, false),
        new EvidenceView.Stage(
            "FINAL", criterion.points(), "TTCP", "KQ-2022", 2, "2023-11-02", "1902/KL-TTCP", true));
  }

  static List<ReportView> reports(String province) {
    return List.of(
        report("BC-17", "THANHTRA-ST", "INSPECTORATE", province, 5L, MATTER, null),
        report("KT-03", "KTNN-KV5", "STATE_AUDIT", province, 2L, null, null),
        report("UBKT-09", "UBKT-ST", "PARTY_INSPECTION", province, null, null, null),
        report(
            "BC-18",
            "THANHTRA-ST",
            "INSPECTORATE",
            province,
            3L,
            null,
            new ReportView.Warning("LATE", "nhận sau thời hạn", "received after the deadline")));
  }

  private static ReportView report(
      String id,
      String agency,
      String kind,
      String province,
      Long cases,
      String matter,
      ReportView.Warning not) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("inspections", 12L);
    fields.put("violationVnd", 5_230_000_000L);
    fields.put("corruptionCases", cases);
    return new ReportView(
        "audits",
        agency,
        kind,
        id,
        2,
        "REPORTED",
        matter,
        province,
        "Sóc Trăng",
        "2022-11-30",
        "2022-09-01",
        null,
        "2022-12-01T02:00:00Z",
        cases == null ? Map.of() : Map.of("audits.corruptionCases", cases),
        fields,
        id.equals("KT-03")
            ? List.of(
                new ReportView.Warning(
                    "RECOVERED_ABOVE_DUE",
                    "đã thu hồi nhiều hơn phải thu",
                    "more recovered than was due"))
            : List.of(),
        not);
  }

  static MatterView matter() {
    return new MatterView(
        MATTER,
        List.of(
            stage(
                "BC-17",
                "THANHTRA-ST",
                "INSPECTORATE",
                "audits",
                "2022-01-20",
                Map.of("corruptionCases", 1L),
                "REPORTED"),
            stage(
                "DT-5",
                "CA-ST",
                "POLICE",
                "prosecutions",
                "2022-03-02",
                Map.of("accused", 3L),
                "REPORTED"),
            stage(
                "DT-6",
                "CA-ST",
                "POLICE",
                "prosecutions",
                "2022-03-04",
                Map.of("accused", 3L),
                "RETRACTED"),
            stage(
                "TT-11",
                "VKS-ST",
                "PROCURACY",
                "prosecutions",
                "2022-06-15",
                Map.of("accused", 4L),
                "REPORTED"),
            stage(
                "XX-2",
                "TA-ST",
                "COURT",
                "prosecutions",
                "2022-10-09",
                Map.of("accused", 4L, "damageVnd", 1_200_000_000L),
                "REPORTED"),
            stage(
                "THA-8",
                "THADS-ST",
                "CIVIL_ENFORCEMENT",
                "recoveries",
                "2022-12-01",
                Map.of("recoveredVnd", 300_000_000L),
                "REPORTED")),
        "audits/THANHTRA-ST/BC-17",
        List.of(2022),
        "94",
        List.of(
            new ReportView.Warning(
                "ACCUSED_DIFFER",
                "Công an nêu 3 bị can, Viện kiểm sát nêu 4.",
                "The police state 3 accused, the procuracy 4.")),
        null);
  }

  private static ReportView stage(
      String id,
      String agency,
      String kind,
      String type,
      String on,
      Map<String, Object> fields,
      String status) {
    return new ReportView(
        type,
        agency,
        kind,
        id,
        1,
        status,
        MATTER,
        "94",
        "Sóc Trăng",
        on,
        null,
        null,
        on + "T02:00:00Z",
        Map.of(),
        fields,
        List.of(),
        null);
  }
}
