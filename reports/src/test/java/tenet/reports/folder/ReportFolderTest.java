package tenet.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenet.reports.Books;
import tenet.reports.Reports;
import tenet.reports.Tex;
import tenet.reports.json.JsonReport;
import tenet.reports.model.Book;
import tenet.reports.text.Colours;
import tenet.reports.text.TextReport;
import tenet.theorems.InvalidInput;

class ReportFolderTest {
    private static final Typesetter NONE = Typesetter.onPath("");
    private static final Typesetter TEX = Typesetter.onPath(System.getenv().getOrDefault("PATH", ""));
    private final Book library = Books.library();

    @TempDir
    private Path folder;

    private static Map<String, byte[]> bytes(Path folder) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) bytes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return bytes;
    }

    @Test
    void the_same_book_gives_the_same_bytes() throws Exception {
        Path once = folder.resolve("once");
        Path again = folder.resolve("in").resolve("another").resolve("place");
        assertThat(ReportFolder.at(once).write(library, TEX)).isEqualTo(ReportFolder.at(again).write(Book.of(library.report(), Books::curves), TEX));
        Map<String, byte[]> first = bytes(once);
        Map<String, byte[]> second = bytes(again);
        assertThat(first.keySet()).isEqualTo(second.keySet()).contains("index.html", "tenet.tex", "tenet.sty", "report.json", "fragments/mf.sv-dynamics.tex",
                "claims/rc.norm-lower.html", "data/rc.entry-lower.csv", "assets/katex/katex.min.js", "assets/katex/fonts/KaTeX_Main-Regular.woff2");
        first.forEach((name, text) -> assertThat(second.get(name)).as(name).isEqualTo(text));
    }

    @Test
    void a_report_is_written_over_and_anything_else_is_left_alone() throws Exception {
        ReportFolder.at(folder).write(Books.hostile(), NONE);
        assertThat(folder.resolve("claims/x.case.html")).exists();
        ReportFolder.at(folder).write(library, NONE);
        assertThat(folder.resolve("claims/x.case.html")).doesNotExist();
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> ReportFolder.at(other)).isInstanceOf(InvalidInput.class).hasMessageContaining("not a report");
        assertThatThrownBy(() -> ReportFolder.at(other.resolve("thesis.tex"))).isInstanceOf(InvalidInput.class).hasMessageContaining("it is a file");
    }

    @Test
    void without_tex_a_sentence_says_what_is_missing() throws Exception {
        assertThat(ReportFolder.at(folder).write(library, NONE)).contains(
                "no PDF was made, as latexmk and pdflatex are not installed; 'latexmk -pdf tenet.tex' makes it elsewhere");
        assertThat(Files.readString(folder.resolve("index.html"))).doesNotContain("tenet.pdf");
    }

    // What an author writes is text in every format, and never code.

    @Test
    void harmful_text_is_text_in_pages() throws Exception {
        ReportFolder.at(folder).write(Books.hostile(), NONE);
        Pattern tag = Pattern.compile("</?[a-z][a-z0-9]*( [a-zA-Z0-9-]+(=\"[^\"<>]*\")?)*/?>|<!DOCTYPE html>");
        for (Map.Entry<String, byte[]> file : bytes(folder).entrySet()) {
            if (!file.getKey().endsWith(".html")) continue;
            String page = new String(file.getValue(), StandardCharsets.UTF_8);
            String text = tag.matcher(page).replaceAll("");
            assertThat(text).as(file.getKey()).doesNotContain("<").doesNotContainPattern("&(?!(amp|lt|gt|quot|#39|\\d+);)");
            assertThat(page).doesNotContain("<script>document").doesNotContain("</title>\\input").contains("&lt;script&gt;document.title=&#39;hacked&#39;&lt;/script&gt; \\input{/etc/passwd}");
        }
    }

    @Test
    void harmful_text_is_text_in_latex() throws Exception {
        ReportFolder.at(folder).write(Books.hostile(), NONE);
        for (Map.Entry<String, byte[]> file : bytes(folder).entrySet())
            if (file.getKey().endsWith(".tex"))
                assertThat(new String(file.getValue(), StandardCharsets.UTF_8)).as(file.getKey()).doesNotContain("\\input{/etc").doesNotContain("\\input{x}").doesNotContain("\\input{b}");
        Tex.assumeInstalled("pdflatex", "latexmk");
        Files.writeString(folder.resolve("tenet.aux"), "\\left behind by a run that failed");
        assertThat(TEX.pdf(folder, "tenet").problem()).isEmpty();
    }

    @Test
    void harmful_text_is_text_in_json_and_on_a_terminal() throws Exception {
        Book hostile = Books.hostile();
        assertThat(new ObjectMapper().readTree(JsonReport.text(hostile.report())).get("claims").get(0).get("title").asText()).isEqualTo(Books.HARM);
        assertThat(new TextReport(hostile.report(), Colours.NONE).text()).contains("\\input{/etc/passwd}").doesNotContain("\u001b");
    }

    // The documented form of the JSON.

    @Test
    void reports_follow_their_schema() throws Exception {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/tenet-report-1.schema.json")));
        ObjectMapper mapper = new ObjectMapper();
        for (var report : new tenet.theorems.Report[] {library.report(), Reports.mixed(), Books.hostile().report()})
            assertThat(schema.validate(mapper.readTree(JsonReport.text(report)))).isEmpty();
        var broken = mapper.readTree(JsonReport.text(Reports.mixed()));
        ((com.fasterxml.jackson.databind.node.ObjectNode) broken.get("claims").get(0)).put("verdict", "OK");
        assertThat(schema.validate(broken)).isNotEmpty();
    }

    // In print.

    @Test
    void the_article_fits_its_page_and_finds_its_references() throws Exception {
        Tex.assumeInstalled("pdflatex");
        ReportFolder.at(folder).write(library, NONE);
        String log = Tex.log(folder, "tenet", 2);
        assertThat(Tex.overfull(log)).as(log).allMatch(points -> points <= 2);
        assertThat(log).doesNotContain("LaTeX Warning: Reference").doesNotContain("undefined references").doesNotContain("multiply");
    }

    @Test
    void a_fragment_compiles_in_somebody_elses_article() throws Exception {
        Tex.assumeInstalled("pdflatex");
        ReportFolder.at(folder).write(library, NONE);
        Files.writeString(folder.resolve("paper.tex"), """
                \\documentclass{amsart}
                \\usepackage{amsmath}
                \\usepackage{tenet}
                \\begin{document}
                \\title{A paper}\\maketitle
                \\appendix\\section{Derivations}
                \\input{fragments/mf.sv-dynamics}
                \\input{fragments/rc.norm-lower}
                \\input{fragments/rc.unobserved-lower.half}
                \\end{document}
                """);
        assertThat(Tex.overfull(Tex.log(folder, "paper", 1))).allMatch(points -> points <= 2);
    }
}
