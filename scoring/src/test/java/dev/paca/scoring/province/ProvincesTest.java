package dev.paca.scoring.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvincesTest {
  private static final LocalDate LAST_OF_63 = LocalDate.of(2025, 6, 30);
  private static final LocalDate FIRST_OF_34 = LocalDate.of(2025, 7, 1);

  private final Provinces provinces = Provinces.standard();

  @Test
  void sixtyThreeProvincesUntilTheEndOfJune2025AndThirtyFourSince() {
    assertThat(provinces.on(LocalDate.of(2016, 1, 1))).hasSize(63);
    assertThat(provinces.on(LAST_OF_63)).hasSize(63);
    assertThat(provinces.on(FIRST_OF_34)).hasSize(34);
    assertThat(provinces.on(LocalDate.of(2030, 1, 1))).hasSize(34);
  }

  @Test
  void aProvinceSetIsOrderedByCodeAndNamesEachOnce() {
    for (LocalDate day : List.of(LAST_OF_63, FIRST_OF_34)) {
      List<Province> set = provinces.on(day);
      assertThat(set).extracting(Province::code).isSorted().doesNotHaveDuplicates();
      assertThat(set).extracting(Province::abbreviation).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "15, Yên Bái, Lào Cai",
    "24, Bắc Giang, Bắc Ninh",
    "44, Quảng Bình, Quảng Trị",
    "52, Bình Định, Gia Lai",
    "80, Long An, Tây Ninh",
    "82, Tiền Giang, Đồng Tháp",
    "91, Kiên Giang, An Giang",
  })
  void aReusedCodeMeansTheProvinceOfItsDate(String code, String before, String since) {
    assertThat(provinces.resolve(code, LAST_OF_63))
        .get()
        .extracting(Province::name)
        .isEqualTo(before);
    assertThat(provinces.resolve(code, FIRST_OF_34))
        .get()
        .extracting(Province::name)
        .isEqualTo(since);
  }

  @Test
  void exactlySevenCodesChangedTheirName() {
    List<String> changed =
        provinces.on(FIRST_OF_34).stream()
            .filter(
                now ->
                    !provinces
                        .resolve(now.code(), LAST_OF_63)
                        .orElseThrow()
                        .name()
                        .equals(now.name()))
            .map(Province::code)
            .toList();
    assertThat(changed).containsExactly("15", "24", "44", "52", "80", "82", "91");
  }

  @Test
  void anEndedOrUnknownCodeMeansNothing() {
    assertThat(provinces.resolve("94", LAST_OF_63)).isPresent();
    assertThat(provinces.resolve("94", FIRST_OF_34)).isEmpty();
    assertThat(provinces.resolve("03", LAST_OF_63)).isEmpty();
    assertThat(provinces.ofCode("03")).isEmpty();
  }

  @Test
  void everyProvinceOf63HasExactlyOneSuccessorIn34() {
    for (Province old : provinces.on(LAST_OF_63)) {
      assertThat(provinces.asOf(old, FIRST_OF_34)).as(old.name()).isPresent();
    }
    int inherited =
        provinces.on(FIRST_OF_34).stream()
            .mapToInt(now -> provinces.predecessors(now, LAST_OF_63).size())
            .sum();
    assertThat(inherited).isEqualTo(63);
  }

  @Test
  void socTrangHauGiangAndCanThoAreAnsweredForByCanTho() {
    Province merged = provinces.resolve("92", FIRST_OF_34).orElseThrow();
    assertThat(provinces.predecessors(merged, LAST_OF_63))
        .extracting(Province::name)
        .containsExactly("Cần Thơ", "Hậu Giang", "Sóc Trăng");
  }

  @Test
  void aProvinceThatNeverChangedIsItsOwnPredecessor() {
    Province hanoi = provinces.resolve("01", FIRST_OF_34).orElseThrow();
    assertThat(provinces.predecessors(hanoi, LAST_OF_63)).containsExactly(hanoi);
    assertThat(provinces.asOf(hanoi, LAST_OF_63)).contains(hanoi);
  }

  @Test
  void hueIsACitySinceTheFirstDayOf2025() {
    assertThat(name("46", "2024-12-31")).isEqualTo("Tỉnh Thừa Thiên Huế");
    assertThat(name("46", "2025-01-01")).isEqualTo("Thành phố Huế");
    assertThat(provinces.on(LocalDate.of(2025, 1, 1))).hasSize(63);
  }

  @Test
  void dongNaiIsACitySinceTheEndOfApril2026() {
    assertThat(name("75", "2025-06-30")).isEqualTo("Tỉnh Đồng Nai");
    assertThat(name("75", "2026-04-29")).isEqualTo("Tỉnh Đồng Nai");
    assertThat(name("75", "2026-04-30")).isEqualTo("Thành phố Đồng Nai");
    assertThat(provinces.on(LocalDate.of(2026, 4, 30))).hasSize(34);
  }

  @Test
  void successionGoesOnOverSeveralSteps() {
    Province binhPhuoc = provinces.resolve("70", LAST_OF_63).orElseThrow();
    assertThat(provinces.asOf(binhPhuoc, LocalDate.of(2026, 5, 1)))
        .get()
        .extracting(Province::fullName)
        .isEqualTo("Thành phố Đồng Nai");
  }

  @Test
  void aRenamedProvinceIsFoundBackInTimeAndAMergedOneIsNot() {
    Province city = provinces.resolve("46", LocalDate.of(2025, 3, 1)).orElseThrow();
    assertThat(provinces.asOf(city, LocalDate.of(2024, 12, 15)))
        .get()
        .extracting(Province::fullName)
        .isEqualTo("Tỉnh Thừa Thiên Huế");
    Province dongNai = provinces.resolve("75", LocalDate.of(2026, 6, 1)).orElseThrow();
    assertThat(provinces.asOf(dongNai, LocalDate.of(2025, 12, 15)))
        .get()
        .extracting(Province::validFrom)
        .isEqualTo(FIRST_OF_34);
    assertThat(provinces.asOf(dongNai, LAST_OF_63)).isEmpty();
  }

  @Test
  void aProvinceWhoseSuccessorIsNotKnownAnswersUntilItsEndOnly() {
    Province lost =
        new Province("98", "Tỉnh X", "X", "XXX", LocalDate.MIN, LAST_OF_63, Optional.empty());
    Provinces alone = new Provinces(List.of(lost));
    assertThat(alone.asOf(lost, LAST_OF_63)).contains(lost);
    assertThat(alone.asOf(lost, FIRST_OF_34)).isEmpty();
  }

  @Test
  void theTableCannotBeChangedFromOutside() {
    List<Province> rows = provinces.ofCode("46");
    assertThatThrownBy(() -> rows.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  private String name(String code, String day) {
    return provinces.resolve(code, LocalDate.parse(day)).orElseThrow().fullName();
  }
}
