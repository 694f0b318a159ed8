package tenet.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenet.reports.Books;
import tenet.reports.folder.ReportFolder;
import tenet.reports.folder.Typesetter;

/** The pages as a reader has them: opened from disk, without a network. */
class PagesInBrowserTest {
    @TempDir
    private static Path folder;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openABrowser() throws Exception {
        Optional<Path> program = Stream.of("chromium", "google-chrome", "chromium-browser")
                .flatMap(name -> Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(program.isPresent(), "no chromium or google-chrome on the path: the pages are not tried in a browser");
        ReportFolder.at(folder.resolve("report")).write(Books.library(), Typesetter.onPath(""));
        ReportFolder.at(folder.resolve("hostile")).write(Books.hostile(), Typesetter.onPath(""));
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program.get()).setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) browser.close();
        if (playwright != null) playwright.close();
    }

    @BeforeEach
    void openAPage() {
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) complaints.add("asks for " + request.url());
        });
        page.onRequestFailed(request -> complaints.add("cannot load " + request.url()));
    }

    @AfterEach
    void nothingIsComplainedOf() {
        if (context != null) context.close();
        assertThat(complaints).isEmpty();
    }

    private void open(String report, String file) {
        page.navigate(folder.resolve(report).resolve(file).toUri().toString());
        page.waitForFunction("document.documentElement.classList.contains('formulas-set')");
    }

    private Object ask(String script) {
        return page.evaluate(script);
    }

    @Test
    void every_formula_is_set() throws Exception {
        try (var pages = Files.walk(folder.resolve("report"))) {
            for (Path file : pages.filter(path -> path.toString().endsWith(".html")).sorted().toList()) {
                open("report", folder.resolve("report").relativize(file).toString());
                assertThat((List<?>) ask("[...document.querySelectorAll('.tex')].filter(e => !e.querySelector('.katex') || e.querySelector('.katex-error')).map(e => e.textContent)"))
                        .as(file.toString()).isEmpty();
                assertThat((Integer) ask("document.querySelectorAll('.tex .katex-mathml math').length")).as(file + ", for screen readers").isPositive();
            }
        }
        assertThat((Boolean) ask("document.fonts.check('16px KaTeX_Main')")).isTrue();
    }

    @Test
    void the_search_box_finds_and_the_boxes_filter() {
        open("report", "index.html");
        int all = page.locator("li.claim").count();
        page.keyboard().press("/");
        page.keyboard().type("singular values");
        assertThat(page.locator("li.claim:visible").allInnerTexts()).hasSize(1).first().asString().contains("mf.sv-dynamics");
        assertThat(page.locator("#shown").innerText()).isEqualTo("1 of " + all + " claims shown");
        page.locator("#search").fill("no such claim anywhere");
        assertThat(page.locator("#nothing").isVisible()).isTrue();
        page.locator("#search").fill("");
        page.locator("input[value=PROVED]").uncheck();
        assertThat(page.locator("li.claim[data-verdict=PROVED]:visible").count()).isZero();
        assertThat(page.locator("li.claim[data-verdict=REFUTED]:visible").count()).isEqualTo(1);
    }

    @Test
    void a_box_of_the_graph_leads_to_its_claim() {
        open("report", "index.html");
        var box = page.locator("svg.graph a[data-id='rc.norm-lower']");
        assertThat(box.getAttribute("class")).contains("v-PROVED");
        box.hover();
        assertThat(page.locator("path.edge.lit").count()).isEqualTo(page.locator("path.edge[data-to='rc.norm-lower']").count()).isPositive();
        box.click();
        page.waitForURL("**/claims/rc.norm-lower.html");
        assertThat(page.locator("h1").innerText()).isEqualTo("Every norm and quasi-norm grows as the residual falls");
    }

    @Test
    void steps_fold_and_links_to_them_unfold() {
        open("report", "claims/rc.norm-lower.html");
        assertThat(page.locator("details.step[open]").count()).isZero();
        page.locator("details.step summary").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("details.step[open]").count()).isEqualTo(1);
        page.locator("button[data-fold=open]").click();
        assertThat(page.locator("details.step[open]").count()).isEqualTo(page.locator("details.step").count());
        page.locator("button[data-fold=close]").click();
        ask("location.hash = '#step-3'");
        page.waitForFunction("document.querySelector('#step-3').open");
    }

    @Test
    void curves_are_read_with_the_keyboard_and_taken_away() {
        open("report", "claims/rc.entry-lower.html");
        page.locator("svg.chart").first().focus();
        page.keyboard().press("Home");
        String start = page.locator("ul.legend .reading").first().innerText();
        page.keyboard().press("End");
        assertThat(page.locator("ul.legend .reading").first().innerText()).isNotEqualTo(start).startsWith("= ");
        page.locator("ul.legend button").first().click();
        assertThat(page.locator("polyline.curve.off").count()).isEqualTo(1);
    }

    @Test
    void a_counterexample_is_a_matrix() {
        open("report", "claims/rc.unobserved-lower.half.html");
        assertThat(page.locator(".counterexample mtable").count()).isPositive();
    }

    @Test
    void a_page_is_as_wide_as_a_phone() {
        page.setViewportSize(390, 844);
        for (String file : List.of("index.html", "claims/rc.norm-lower.html", "claims/mf.sv-dynamics.html", "claims/rc.unobserved-lower.half.html")) {
            open("report", file);
            assertThat((Integer) ask("document.documentElement.scrollWidth")).as(file).isLessThanOrEqualTo(390);
        }
    }

    @Test
    void dark_is_dark_and_paper_is_white() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        open("report", "index.html");
        assertThat(ask("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(20, 23, 27)");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(ask("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
        assertThat(page.locator("#search").isVisible()).isFalse();
    }

    @Test
    void everything_to_choose_has_a_name() {
        for (String file : List.of("index.html", "claims/rc.entry-lower.html")) {
            open("report", file);
            assertThat((List<?>) ask("[...document.querySelectorAll('a[href], button, input, [tabindex=\"0\"]')].filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length)).map(e => e.outerHTML)"))
                    .isEmpty();
            assertThat((Integer) ask("document.querySelectorAll('h1').length")).isEqualTo(1);
            assertThat(ask("document.documentElement.lang")).isEqualTo("en");
        }
    }

    @Test
    void harmful_text_does_nothing() throws Exception {
        try (var pages = Files.walk(folder.resolve("hostile"))) {
            for (Path file : pages.filter(path -> path.toString().endsWith(".html")).toList()) {
                open("hostile", folder.resolve("hostile").relativize(file).toString());
                assertThat(page.title()).endsWith("Tenet report");
                assertThat(page.locator("body").innerText()).contains("<script>document.title='hacked'</script>");
                assertThat((Integer) ask("document.scripts.length")).isLessThanOrEqualTo(3);
            }
        }
    }
}
