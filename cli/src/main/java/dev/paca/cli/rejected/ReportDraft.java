package dev.paca.cli.rejected;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.json.PlainJson;
import dev.paca.rejections.Rejected;
import dev.paca.scoring.report.ReportType;
import dev.paca.settings.Settings;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A rejected report as JSON under the contract's names, to be mended.
 *
 * @param readable false: nothing could be read, so the fields are there to be filled in; those that
 *     the key tells are
 */
record ReportDraft(ObjectNode report, boolean readable) {

  static ReportDraft of(Rejected rejected, Settings settings) {
    Original original = Original.of(rejected, settings);
    if (original instanceof Original.Legible legible) {
      return new ReportDraft(PlainJson.of(legible.body()), true);
    }
    return new ReportDraft(blank(rejected), false);
  }

  private static ObjectNode blank(Rejected rejected) {
    Schema schema = ReportType.ofTopic(rejected.getTopic()).orElseThrow().schema();
    ObjectNode blank = JsonNodeFactory.instance.objectNode();
    schema.getFields().forEach(field -> blank.putNull(field.name()));
    Optional<String> key = Rejection.of(rejected).key().filter(text -> text.indexOf('/') > 0);
    key.ifPresent(
        text -> {
          blank.put("agency", text.substring(0, text.indexOf('/')));
          blank.put("reportId", text.substring(text.indexOf('/') + 1));
        });
    return blank;
  }
}
