package tenet.reports.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenet.reports.html.HtmlReport;
import tenet.reports.json.JsonReport;
import tenet.reports.latex.LatexReport;
import tenet.reports.model.Book;
import tenet.theorems.InvalidInput;

/**
 * A report in every form, in one folder: pages, article, fragments, data. The same book gives the same bytes. A folder
 * that holds a report already is written anew; one that holds something else is left alone.
 */
public final class ReportFolder {
    private static final String MARK = "report.json";
    private static final List<String> OURS = List.of("assets", "claims", "data", "fragments");
    private static final String KATEX = "/META-INF/resources/webjars/katex/";
    private static final String KATEX_POM = "/META-INF/maven/org.webjars.npm/katex/pom.properties";
    private static final Pattern FONT = Pattern.compile("fonts/([A-Za-z0-9_-]+)\\.woff2");
    private static final Pattern OLD_FONT = Pattern.compile(",url\\(fonts/[A-Za-z0-9_-]+\\.(woff|ttf)\\) format\\(\"[a-z]+\"\\)");

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws InvalidInput when the folder cannot hold a report */
    public static ReportFolder at(Path folder) throws InvalidInput {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) throw new InvalidInput("cannot write " + folder + ": it is a file; name a folder");
            if (Files.isDirectory(folder) && !Files.exists(folder.resolve(MARK))) {
                try (var files = Files.list(folder)) {
                    if (files.findAny().isPresent())
                        throw new InvalidInput("cannot write " + folder + ": it holds something that is not a report; name a new folder");
                }
            }
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) throw new InvalidInput("cannot write " + folder + ": permission denied");
        } catch (IOException refused) {
            throw new InvalidInput("cannot write " + folder + ": " + refused.getMessage());
        }
        return new ReportFolder(folder);
    }

    /** Writes everything. @return why there is no PDF, if there is none */
    public Optional<String> write(Book book, Typesetter typesetter) throws IOException, InterruptedException {
        for (String part : OURS) delete(folder.resolve(part));
        for (String file : List.of("index.html", "tenet.pdf")) Files.deleteIfExists(folder.resolve(file));
        write(MARK, JsonReport.text(book.report()));
        for (Map.Entry<String, String> file : new LatexReport(book).files().entrySet()) write(file.getKey(), file.getValue());
        write("tenet.sty", own("latex/tenet.sty"));
        Optional<String> problem = typesetter.pdf(folder, "tenet").problem();
        for (Map.Entry<String, String> page : new HtmlReport(book, problem.isEmpty()).pages().entrySet()) write(page.getKey(), page.getValue());
        write("assets/tenet.css", own("html/tenet.css"));
        write("assets/tenet.js", own("html/tenet.js"));
        katex();
        return problem;
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Script, style and fonts of KaTeX; of each font the one form that every browser of today reads. */
    private void katex() throws IOException {
        Matcher version = Pattern.compile("version=(\\S+)").matcher(new String(resource(KATEX_POM), StandardCharsets.UTF_8));
        if (!version.find()) throw new IllegalStateException("KaTeX has no version");
        String root = KATEX + version.group(1) + "/";
        String style = OLD_FONT.matcher(new String(resource(root + "dist/katex.min.css"), StandardCharsets.UTF_8)).replaceAll("");
        write("assets/katex/katex.min.css", style);
        write("assets/katex/katex.min.js", resource(root + "dist/katex.min.js"));
        write("assets/katex/LICENSE", resource(root + "LICENSE"));
        for (String font : FONT.matcher(style).results().map(found -> found.group(1)).distinct().toList())
            write("assets/katex/fonts/" + font + ".woff2", resource(root + "dist/fonts/" + font + ".woff2"));
    }

    private static String own(String name) throws IOException {
        return new String(resource("/tenet/reports/" + name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = ReportFolder.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException(name + " is missing");
            return stream.readAllBytes();
        }
    }

    private static void delete(Path part) throws IOException {
        if (!Files.isDirectory(part, java.nio.file.LinkOption.NOFOLLOW_LINKS)) return;
        try (var files = Files.walk(part)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
