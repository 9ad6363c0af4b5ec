package dev.paca.cli.query;

/** Kinds of agencies in words. */
record KindWords(Wording words) {

  /** A kind that this release does not know is shown as it is written. */
  String of(String kind) {
    return switch (kind) {
      case "INSPECTORATE" -> words.of("thanh tra", "inspectorate");
      case "STATE_AUDIT" -> words.of("kiểm toán nhà nước", "state audit");
      case "PARTY_INSPECTION" -> words.of("ủy ban kiểm tra", "party inspection");
      case "CITIZEN_RECEPTION" -> words.of("ban tiếp công dân", "citizen reception");
      case "POLICE" -> words.of("công an", "police");
      case "PROCURACY" -> words.of("viện kiểm sát", "procuracy");
      case "COURT" -> words.of("tòa án", "court");
      case "CIVIL_ENFORCEMENT" -> words.of("thi hành án dân sự", "civil enforcement");
      case "HOME_AFFAIRS" -> words.of("sở nội vụ", "home affairs");
      case "PEOPLES_COMMITTEE" -> words.of("ủy ban nhân dân", "people's committee");
      case "GOVERNMENT_INSPECTORATE" -> words.of("thanh tra Chính phủ", "government inspectorate");
      default -> kind;
    };
  }
}
