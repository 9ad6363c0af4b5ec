package dev.paca.streams.page.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VietnameseOrderTest {
  private static final List<String> SORTED =
      List.of(
          "An Giang",
          "Bà Rịa - Vũng Tàu",
          "Bạc Liêu",
          "Bắc Giang",
          "Bắc Ninh",
          "Bến Tre",
          "Bình Dương",
          "Bình Định",
          "Cà Mau",
          "Cần Thơ",
          "Đà Nẵng",
          "Đắk Lắk",
          "Đắk Nông",
          "Điện Biên",
          "Đồng Nai",
          "Hà Giang",
          "Hà Nội",
          "Hà Tĩnh",
          "Hải Dương",
          "Hải Phòng",
          "Hậu Giang",
          "Hòa Bình",
          "Hồ Chí Minh",
          "Thái Bình",
          "Thanh Hóa",
          "Thừa Thiên Huế",
          "Tiền Giang",
          "Vĩnh Long",
          "Yên Bái");

  @Test
  void namesAreSortedWordByWordAsInADictionary() {
    for (int seed = 0; seed < 20; seed++) {
      List<String> names = new ArrayList<>(SORTED);
      Collections.shuffle(names, new Random(seed));
      names.sort(new VietnameseOrder());
      assertThat(names).as("seed %d", seed).isEqualTo(SORTED);
    }
  }

  @Test
  void tonesDecideOnlyBetweenTheSameLetters() {
    List<String> words = new ArrayList<>(List.of("mạ", "má", "mã", "mả", "mà", "ma", "mạc", "mac"));
    words.sort(new VietnameseOrder());
    assertThat(words).containsExactly("ma", "mà", "mả", "mã", "má", "mạ", "mac", "mạc");
  }

  @Test
  void decomposedCharactersSortLikeComposedOnes() {
    String apart = Normalizer.normalize("Đắk Lắk", Normalizer.Form.NFD);
    assertThat(new VietnameseOrder().compare(apart, "Đắk Lắk")).isZero();
  }

  @Test
  void aSearchNeedsNoMarks() {
    assertThat(Unmarked.of("Sóc Trăng")).isEqualTo("soc trang");
    assertThat(Unmarked.of("  ĐẮK   LẮK ")).isEqualTo("dak lak");
    assertThat(Unmarked.of("Bà Rịa - Vũng Tàu")).isEqualTo("ba ria vung tau");
  }
}
