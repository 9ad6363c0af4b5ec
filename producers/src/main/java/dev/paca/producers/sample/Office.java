package dev.paca.producers.sample;

import dev.paca.reports.AgencyKind;

/** A reporting agency of the sample; the codes are ours, built from what the agency is called. */
record Office(String code, AgencyKind kind) {
  static final Office TTCP = new Office("ttcp", AgencyKind.GOVERNMENT_INSPECTORATE);

  static Office inspectorate(String province) {
    return new Office("thanh-tra-tinh-" + province, AgencyKind.INSPECTORATE);
  }

  /** Regional offices of the State Audit serve several provinces: here by the code's last digit. */
  static Office stateAudit(String province) {
    return new Office(
        "kiem-toan-khu-vuc-" + (province.charAt(1) - '0' + 1), AgencyKind.STATE_AUDIT);
  }

  static Office partyInspection(String province) {
    return new Office("ubkt-tinh-uy-" + province, AgencyKind.PARTY_INSPECTION);
  }

  static Office citizenReception(String province) {
    return new Office("ban-tiep-cong-dan-" + province, AgencyKind.CITIZEN_RECEPTION);
  }

  static Office police(String province) {
    return new Office("cong-an-tinh-" + province, AgencyKind.POLICE);
  }

  static Office procuracy(String province) {
    return new Office("vks-tinh-" + province, AgencyKind.PROCURACY);
  }

  static Office court(String province) {
    return new Office("toa-an-tinh-" + province, AgencyKind.COURT);
  }

  static Office enforcement(String province) {
    return new Office("thi-hanh-an-tinh-" + province, AgencyKind.CIVIL_ENFORCEMENT);
  }

  static Office homeAffairs(String province) {
    return new Office("so-noi-vu-" + province, AgencyKind.HOME_AFFAIRS);
  }

  static Office committee(String province) {
    return new Office("ubnd-tinh-" + province, AgencyKind.PEOPLES_COMMITTEE);
  }
}
