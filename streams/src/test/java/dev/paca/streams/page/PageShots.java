package dev.paca.streams.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the pictures of docs/screenshots from a running page: {@code PageShots BASE_URL FOLDER
 * [YEAR PROVINCE CRITERION [MATTER]]}, 2022 94 C.1.1 and no case if not said.
 */
public final class PageShots {
  private PageShots() {}

  public static void main(String[] args) {
    if (args.length < 2) {
      System.err.println("usage: PageShots BASE_URL FOLDER [YEAR PROVINCE CRITERION [MATTER]]");
      System.exit(2);
    }
    String year = args.length > 2 ? args[2] : "2022";
    String province = args.length > 3 ? args[3] : "94";
    String criterion = args.length > 4 ? args[4] : "C.1.1";
    Optional<String> matter = args.length > 5 ? Optional.of(args[5]) : Optional.empty();
    Map<String, String> views = new LinkedHashMap<>();
    views.put("ranking", "/" + year);
    views.put("province", "/" + year + "/" + province);
    views.put("criterion", "/" + year + "/" + province + "/" + criterion);
    views.put("what-if", "/" + year + "/what-if");
    matter.ifPresent(id -> views.put("matter", "/matters/" + id));
    try (Chromium chromium = new Chromium()) {
      views.forEach(
          (name, path) -> {
            for (String language : new String[] {"vi", "en"}) {
              String address = args[0] + path + "?lang=" + language;
              String file = name + "-" + language;
              shot(chromium.browser(), address, Path.of(args[1], file + ".png"), 1360, 960);
              shot(chromium.browser(), address, Path.of(args[1], file + "-320.png"), 320, 1500);
            }
          });
    }
  }

  private static void shot(Browser browser, String address, Path file, int width, int height) {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))) {
      Page page = context.newPage();
      page.navigate(address);
      page.locator("main h1").waitFor();
      boolean whole = width > 320 && !address.matches(".*/\\d{4}\\?.*");
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
      System.out.println(file);
    }
  }
}
