package dev.paca.scoring.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvinceSearchTest {
  private static final List<Province> OF_2022 = Provinces.standard().on(LocalDate.of(2022, 12, 15));
  private static final List<Province> OF_2025 = Provinces.standard().on(LocalDate.of(2025, 12, 15));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "94",
        "Sóc Trăng",
        "soc trang",
        "SOC TRANG",
        "  sóc   trăng ",
        "soc-trang",
        "Tỉnh Sóc Trăng",
        "tinh soc trang",
        "STR",
        "str",
        "soc"
      })
  void aProvinceIsFoundByCodeNameBeginningOrAbbreviationWithOrWithoutMarks(String text) {
    assertThat(ProvinceSearch.find(text, OF_2022)).get().extracting(Province::code).isEqualTo("94");
  }

  @ParameterizedTest
  @CsvSource({
    "Hoà Bình, 17",
    "Hòa Bình, 17",
    "dak lak, 66",
    "Đắk Nông, 67",
    "ba ria vung tau, 77",
    "Bà Rịa – Vũng Tàu, 77",
    "brvt, 77",
    "Thừa Thiên - Huế, 46",
    "TP Hồ Chí Minh, 79",
    "TP. Hồ Chí Minh, 79",
    "tp.hcm, 79",
    "thanh pho can tho, 92",
    "quang nam, 49",
  })
  void spellingsThatPeopleUseAreUnderstood(String text, String code) {
    assertThat(ProvinceSearch.find(text, OF_2022)).get().extracting(Province::code).isEqualTo(code);
  }

  @Test
  void aNameInComposedAndDecomposedUnicodeIsTheSame() {
    String decomposed = Normalizer.normalize("Vĩnh Phúc", Normalizer.Form.NFD);
    assertThat(ProvinceSearch.find(decomposed, OF_2022)).isPresent();
  }

  @Test
  void aBeginningThatFitsSeveralFindsNone() {
    assertThat(ProvinceSearch.find("ha", OF_2022)).isEmpty();
    assertThat(ProvinceSearch.find("quang", OF_2022)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "tp", "xyz", "941", "trang"})
  void whatNamesNoProvinceFindsNone(String text) {
    assertThat(ProvinceSearch.find(text, OF_2022)).isEmpty();
  }

  @Test
  void everyProvinceIsFoundByEachOfItsNames() {
    for (List<Province> set : List.of(OF_2022, OF_2025)) {
      for (Province province : set) {
        for (String name :
            List.of(
                province.code(),
                province.name(),
                province.fullName(),
                province.ascii(),
                province.abbreviation())) {
          assertThat(ProvinceSearch.find(name, set)).as(name).contains(province);
        }
      }
    }
  }

  @Test
  void anExactNameWinsOverLongerNamesThatBeginWithIt() {
    Province shorter = named("97", "Tỉnh Nam");
    List<Province> both = List.of(named("98", "Tỉnh Nam Định"), shorter);
    assertThat(ProvinceSearch.find("nam", both)).contains(shorter);
  }

  private static Province named(String code, String name) {
    return new Province(
        code, name, name, "X" + code, LocalDate.MIN, LocalDate.MAX, Optional.empty());
  }

  @Test
  void onlyTheGivenSetIsSearched() {
    assertThat(ProvinceSearch.find("soc trang", OF_2025)).isEmpty();
    assertThat(ProvinceSearch.find("15", OF_2022))
        .get()
        .extracting(Province::name)
        .isEqualTo("Yên Bái");
    assertThat(ProvinceSearch.find("15", OF_2025))
        .get()
        .extracting(Province::name)
        .isEqualTo("Lào Cai");
  }
}
