package dev.paca.producers.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paca.problems.ProblemCode;
import dev.paca.producers.form.Entry;
import dev.paca.producers.gateway.JsonBody.Item;
import dev.paca.producers.gateway.JsonBody.Reports;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {

  @Test
  void membersKeepTheirKind() {
    Reports reports =
        json(
            "{\"a\":\"x\",\"b\":12,\"c\":1.0,\"d\":null,\"e\":true,\"f\":[{}],\"g\":{\"h\":1},\"a\":\"y\"}");

    assertThat(reports.single()).isTrue();
    Map<String, Entry> entries = ((Item.Fields) reports.items().get(0)).entries();
    assertThat(entries.get("a"))
        .isEqualTo(new Entry.Unreadable(ProblemCode.BAD_REQUEST, "is stated twice in one report"));
    assertThat(entries.get("b")).isEqualTo(new Entry.Numeral("12"));
    assertThat(entries.get("c")).isEqualTo(new Entry.Numeral("1.0"));
    assertThat(entries.get("d")).isEqualTo(Entry.BLANK);
    assertThat(entries.get("e")).isEqualTo(new Entry.Foreign("true"));
    assertThat(entries.get("f")).isEqualTo(new Entry.Foreign("an array"));
    assertThat(entries.get("g")).isEqualTo(new Entry.Foreign("an object"));
  }

  @Test
  void anElementThatIsNoObjectSpoilsOnlyItself() {
    Reports reports = json("[{\"a\":1},[2],{\"a\":3}]");

    assertThat(reports.single()).isFalse();
    assertThat(reports.items().get(0)).isInstanceOf(Item.Fields.class);
    assertThat(reports.items().get(1)).isInstanceOf(Item.Broken.class);
    assertThat(reports.items().get(2)).isInstanceOf(Item.Fields.class);
  }

  @Test
  void aBrokenLineSpoilsOnlyItself() {
    byte[] body = "{\"a\":1}\r\n\n{\"a\":\n\"ÿ\"\n{\"a\":2}".getBytes(StandardCharsets.ISO_8859_1);

    Reports reports = JsonBody.lines(body);

    assertThat(reports.items()).hasSize(4);
    assertThat(reports.items().get(0)).isInstanceOf(Item.Fields.class);
    assertThat(((Item.Broken) reports.items().get(1)).problem().message()).contains("line 3");
    assertThat(((Item.Broken) reports.items().get(2)).problem().code())
        .isEqualTo(ProblemCode.NOT_UTF8);
    assertThat(reports.items().get(3)).isInstanceOf(Item.Fields.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":1,}|line 1, column 8",
        "{\"a\":|line 1, column 6",
        "{\"a\":1} x|line 1, column 9",
        "{\"a\":1}{}|something follows",
        "12|the body is a number",
        "[]|no report",
        "nul|line 1",
      })
  void whatIsNoReportIsToldWithItsPlace(String body, String message) {
    assertThatThrownBy(() -> json(body))
        .isInstanceOfSatisfying(
            RequestRefused.class, refused -> assertThat(refused.status()).isEqualTo(400))
        .hasMessageContaining(message);
  }

  @Test
  void aPlaceOnALaterLineIsFound() {
    assertThatThrownBy(() -> json("{\n  \"a\": 1,\n  \"b\": 1.2.3\n}"))
        .hasMessageContaining("line 3, column");
  }

  @Property
  void noBodyBreaksTheReader(@ForAll byte[] body) {
    assertThat(JsonBody.lines(concat(body))).isNotNull();
    try {
      assertThat(JsonBody.json(body)).isNotNull();
    } catch (RequestRefused refused) {
      assertThat(refused.status()).isEqualTo(400);
    }
  }

  /** With a line that is one, so that there is something to read. */
  private static byte[] concat(byte[] body) {
    byte[] line = "\n{}".getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(body, body.length + line.length);
    System.arraycopy(line, 0, all, body.length, line.length);
    return all;
  }

  private static Reports json(String body) {
    return JsonBody.json(body.getBytes(StandardCharsets.UTF_8));
  }
}
