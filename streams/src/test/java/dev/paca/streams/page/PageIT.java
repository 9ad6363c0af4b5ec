package dev.paca.streams.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Media;
import dev.paca.streams.serving.FixtureRubrics;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers do, in a real browser. */
class PageIT {
  private static final List<String> PATHS =
      List.of(
          "/2022",
          "/2022/94",
          "/2022/94/C.1.1",
          "/2022/94/C",
          "/2022/94/A.1.1",
          "/2025",
          "/2025/92",
          "/2026",
          "/2022/what-if",
          "/freshness",
          "/freshness/92",
          "/matters/12/2022/HSST",
          "/2022/77777");

  /** Generous: the machine may be building something else at the same time. */
  private static final int PATIENCE_MS = 30_000;

  private static Chromium chromium;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private FixtureServer server;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  @BeforeEach
  void start() {
    server = new FixtureServer();
  }

  @AfterEach
  void nothingWasComplainedAboutAndNobodyElseAsked() {
    server.close();
    assertThat(complaints).isEmpty();
    assertThat(hosts).isNotEmpty().containsOnly(URI.create(server.url()).getAuthority());
  }

  static Stream<String> views() {
    return PATHS.stream().flatMap(path -> Stream.of(path, path + "?lang=en"));
  }

  @ParameterizedTest
  @MethodSource("views")
  void everyViewIsAccessibleAndScrollsSidewaysOnNoScreen(String view) {
    try (BrowserContext context = context(1360, 900, true)) {
      Page page = open(context, view);
      assertThat(new AxeBuilder(page).analyze().getViolations()).as("%s", view).isEmpty();
      page.setViewportSize(640, 450); // 1280 x 900 at 200 %
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(view).isEqualTo(640);
      page.setViewportSize(320, 720);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(view).isEqualTo(320);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?lang=en"})
  void aDraftIsTriedWithoutScriptsAndItsErrorsAreSaidBesideIt(String language) {
    try (BrowserContext context = context(1360, 900, false)) {
      Page page = open(context, "/2022/what-if" + language);
      assertThat(page.locator("textarea").inputValue()).isEqualTo(FixtureRubrics.yaml());
      page.locator("textarea").fill(FixtureRubrics.draft());
      page.locator("form.whatif button").click();
      assertThat(page.locator("table.difference tbody tr").count()).isGreaterThan(10);
      assertThat(page.locator("table.difference .change").first().textContent())
          .startsWith("C.1.1 ");
      assertThat(page.locator("textarea").inputValue()).isEqualTo(FixtureRubrics.draft());
      assertThat(page.url()).endsWith("/2022/what-if" + language);

      page.locator("textarea").fill(FixtureRubrics.draft().replace("year: 2022", "year: x"));
      page.locator("form.whatif button").click();
      assertThat(page.locator("ol.errors li").count()).isEqualTo(1);
      assertThat(page.locator("ol.errors li b").textContent()).matches(".* [0-9]+, .* 7:");
      refusalsAreNoComplaints();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1360, 320})
  void aTriedDraftIsAccessibleAndFits(int width) {
    try (BrowserContext context = context(width, 900, true)) {
      Page page = open(context, "/2022/what-if");
      for (String draft : List.of(FixtureRubrics.draft(), "rubric: paca\nversion: x\n")) {
        page.locator("textarea").fill(draft);
        page.locator("form.whatif button").click();
        page.locator("table.difference, ol.errors").first().waitFor();
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(draft).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      }
      refusalsAreNoComplaints();
    }
  }

  /** The browser says of a refused form what its status says. */
  private void refusalsAreNoComplaints() {
    complaints.removeIf(complaint -> complaint.contains("status of 422"));
  }

  @Test
  void theFirstViewWeighsLessThanAHundredKilobytes() {
    try (BrowserContext context = context(1360, 900, true)) {
      Page page = open(context, "/2022");
      Number bytes =
          (Number)
              page.evaluate(
                  "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
                      + ".reduce((sum, each) => sum + each.transferSize, 0)");
      assertThat(bytes.longValue()).isBetween(5_000L, 100_000L);
    }
  }

  @Test
  void theKeyboardSortsAndTheAddressSaysHow() {
    try (BrowserContext context = context(1360, 900, true)) {
      Page page = open(context, "/2022");
      Locator head = page.locator("th:has(button[data-column=name])");
      head.locator("button").focus();
      page.keyboard().press("Enter");
      PlaywrightAssertions.assertThat(head).hasAttribute("aria-sort", "ascending");
      assertThat(firstName(page)).isEqualTo("An Giang");
      assertThat(page.url()).endsWith("/2022?sort=name");
      page.keyboard().press("Space");
      PlaywrightAssertions.assertThat(head).hasAttribute("aria-sort", "descending");
      assertThat(firstName(page)).isEqualTo("Yên Bái");
      page.reload();
      assertThat(firstName(page)).as("the address is the state").isEqualTo("Yên Bái");
      page.goBack();
      page.goBack();
      PlaywrightAssertions.assertThat(page.locator("tbody tr").first()).containsText("Vĩnh Phúc");
    }
  }

  @Test
  void aSearchNeedsNoMarksAndAPinStaysOnTop() {
    try (BrowserContext context = context(1360, 900, true)) {
      Page page = open(context, "/2022");
      page.locator("#q").fill("dak l");
      PlaywrightAssertions.assertThat(page.locator("tbody tr:visible")).hasCount(1);
      PlaywrightAssertions.assertThat(page.locator("tbody tr:visible")).containsText("Đắk Lắk");
      page.locator("#q").fill("");
      page.locator(".ownchoice select").selectOption("46");
      page.reload();
      PlaywrightAssertions.assertThat(page.locator("tbody.own")).containsText("Thừa Thiên Huế");
    }
  }

  @Test
  void everythingWorksWithoutScripts() {
    try (BrowserContext context = context(1360, 900, false)) {
      Page page = context.newPage();
      page.navigate(server.url() + "/2022?lang=en");
      page.locator("button[data-column=name]").click();
      assertThat(page.url()).contains("sort=name").contains("lang=en");
      assertThat(firstName(page)).isEqualTo("An Giang");
      page.locator("#q").fill("soc trang");
      page.locator(".search button").click();
      PlaywrightAssertions.assertThat(page.locator("tbody tr:visible")).hasCount(1);
      page.locator("tbody tr:visible a").click(); // 1: province
      page.locator("#criteria ~ table a:has-text('C.1.1')").click(); // 2: criterion and its reports
      PlaywrightAssertions.assertThat(page.locator("#reports ~ .scroll")).containsText("BC-17");
      page.locator("a:has-text('case 12/2022/HSST')").click(); // 3: the case behind a report
      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Case 12/2022/HSST");
    }
  }

  @Test
  void aChangeIsMarkedWhereItIsAndRowsMoveOnlyWhenAsked() {
    try (BrowserContext context = context(1360, 900, true)) {
      Page page = open(context, "/2022");
      PlaywrightAssertions.assertThat(page.locator("[data-live-state=live]")).hasCount(1);
      Locator row = page.locator("tr[data-row='94']");
      int place = (int) row.evaluate("row => row.sectionRowIndex");
      server.change(2022, "94", "C.1.2", "7.00");
      PlaywrightAssertions.assertThat(row.locator("td.total")).hasText("79,46");
      PlaywrightAssertions.assertThat(row.locator("td.total")).hasClass("n total changed");
      assertThat(row.evaluate("row => row.sectionRowIndex")).isEqualTo(place);
      PlaywrightAssertions.assertThat(page.locator("[data-said]"))
          .hasText("1 thay đổi: Sóc Trăng 79,46");
      Locator offer = page.locator("[data-offer] button");
      PlaywrightAssertions.assertThat(offer).hasText("1 thay đổi: xếp lại");
      offer.click();
      assertThat(row.evaluate("row => row.sectionRowIndex")).isEqualTo(0);
      PlaywrightAssertions.assertThat(offer).isHidden();
    }
  }

  @Test
  void aProvincesNumbersFollowToo() {
    try (BrowserContext context = context(1360, 900, true)) {
      Page page = open(context, "/2022/94?lang=en");
      PlaywrightAssertions.assertThat(page.locator("[data-live-state=live]")).hasCount(1);
      server.change(2022, "94", "C.1.2", "7.00");
      PlaywrightAssertions.assertThat(page.locator("[data-cell=total]")).hasText("79.46");
      PlaywrightAssertions.assertThat(page.locator("[data-live=changes]"))
          .containsText("audits/THANHTRA-ST/BC-17");
    }
  }

  @Test
  void allTabsOfABrowserShareOneStream() {
    try (BrowserContext context = context(1360, 900, true)) {
      Page first = open(context, "/2022");
      PlaywrightAssertions.assertThat(first.locator("[data-live-state=live]")).hasCount(1);
      Page second = open(context, "/2022/94");
      PlaywrightAssertions.assertThat(second.locator("[data-live-state=live]")).hasCount(1);
      assertThat(server.listeners).hasSize(1);
      server.change(2022, "94", "C.1.2", "7.00");
      PlaywrightAssertions.assertThat(second.locator("[data-cell=total]")).hasText("79,46");
      first.close();
      PlaywrightAssertions.assertThat(second.locator("[data-live-state=live]")).hasCount(1);
    }
  }

  @Test
  void paperHasNoControlsAndSaysWhereItIsFrom() {
    try (BrowserContext context = context(720, 1000, true)) {
      Page page = open(context, "/2022");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String control :
          List.of(".search", ".years", ".switch", ".live", ".offer", ".ownchoice")) {
        PlaywrightAssertions.assertThat(page.locator(control)).isHidden();
      }
      PlaywrightAssertions.assertThat(page.locator("footer"))
          .containsText(
              "Tính đến 10:42:07 15/12/2022 · bộ tiêu chí 2022, phiên bản 1 · căn cứ: QĐ 152");
      assertThat(page.locator("thead").first().evaluate("head => getComputedStyle(head).display"))
          .isEqualTo("table-header-group");
      assertThat(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))
          .hasSizeGreaterThan(10_000);
    }
  }

  @Test
  void aProvinceFitsOnAFourPaper() {
    try (BrowserContext context = context(703, 1000, true)) { // 210 mm less the margins, at 96 dpi
      Page page = open(context, "/2022/94");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(703);
    }
  }

  private static String firstName(Page page) {
    return page.locator("tbody tr").first().locator("th a").textContent();
  }

  private BrowserContext context(int width, int height, boolean scripts) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setJavaScriptEnabled(scripts));
    context.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
    return context;
  }

  /** Opens a view and collects what the console says; a broken policy is an error there. */
  private Page open(BrowserContext context, String path) {
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean notFound = message.text().contains("404") && path.contains("77777");
          if (List.of("error", "warning").contains(message.type()) && !notFound) {
            complaints.add(path + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(path + ": " + error));
    page.navigate(server.url() + path);
    page.locator("h1").waitFor();
    return page;
  }
}
