package dev.paca.streams.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of src/main/jte, compiled in the build; only jte's small runtime is needed. */
final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          "dev.paca.streams.page.templates");

  /** The HTML of one view. */
  String draw(String view, Frame frame, Object page) {
    StringOutput html = new StringOutput(64 * 1024);
    engine.render(view + ".jte", Map.of("frame", frame, "page", page), html);
    return html.toString();
  }
}
