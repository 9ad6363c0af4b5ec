package dev.paca.producers.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.producers.form.ReportForm;
import dev.paca.scoring.report.ReportType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private final ObjectNode document = OpenApi.document();

  @Test
  void everyTypeHasItsPathAndItsFields() {
    for (ReportType type : ReportType.values()) {
      JsonNode post = document.at("/paths/~1v1~1reports~1" + type.word() + "/post");
      assertThat(post.path("operationId").asText()).isEqualTo("publish" + type.schema().getName());
      List<String> fields = new ArrayList<>();
      document
          .at("/components/schemas/" + type.schema().getName() + "/properties")
          .fieldNames()
          .forEachRemaining(fields::add);
      assertThat(fields).containsExactlyElementsOf(ReportForm.of(type).fields());
    }
    assertThat(document.toString()).doesNotContain("TYPE_");
  }

  @Test
  void aFieldSaysWhatItTakes() {
    JsonNode appraisal = document.at("/components/schemas/Appraisal/properties");

    assertThat(appraisal.at("/points/type").asText()).isEqualTo("number");
    assertThat(appraisal.at("/occurredOn/format").asText()).isEqualTo("date");
    assertThat(appraisal.at("/stage/enum").toString())
        .isEqualTo("[\"SELF\",\"APPRAISED\",\"FINAL\"]");
    assertThat(appraisal.at("/revision/type").toString()).isEqualTo("[\"integer\",\"null\"]");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = document.findValuesAsText("$ref");

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }
}
