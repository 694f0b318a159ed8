package tenet.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the README as its reader would: writes down each {@code tenet} block, runs each command of a {@code console}
 * block, and compares what is printed with what the README says, up to line breaks and the lines left out with "...".
 */
class ReadmeTest {
    private static final String FILE = "two_rates.tenet";
    private static final String PROMPT = "$ ./tenet ";
    private static final String STATUS = "; echo \"exit $?\"";

    @TempDir
    private Path folder;
    private String theory = "";

    private record Block(String language, List<String> lines) {
        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    @Test
    void the_tutorial_prints_what_the_readme_says() throws IOException {
        int commands = 0;
        for (Block block : blocks(readme()))
            switch (block.language()) {
                case "tenet" -> write(block.text());
                case "console" -> commands += follow(block);
                case "cert" -> {
                    assertThat(run("check " + FILE + " --save-certificates").status()).isEqualTo(0);
                    assertThat(folder.resolve("two_rates.cert")).hasContent(block.text());
                }
                default -> { }
            }
        assertThat(commands).isGreaterThanOrEqualTo(6);
    }

    @Test
    void the_examples_of_the_page_on_the_kernel_are_proved() throws IOException {
        int examples = 0;
        for (Block block : blocks(readme().resolveSibling("docs/kernel.md")))
            if (block.language().equals("tenet")) {
                write(block.text());
                NewUserTest.Run run = run("check " + FILE + " --require tested");
                assertThat(run.status()).as(run.out() + run.err()).isEqualTo(0);
                assertThat(run.out()).containsPattern("(relu\\.positive|shrinking\\.never-zero) +PROVED .*; by (max_left|sign_is_kept)(; certified on\\s+\\d+ motions)?\n");
                examples++;
            }
        assertThat(examples).isEqualTo(2);
    }

    @Test
    void its_links_lead_somewhere() throws IOException {
        Path root = readme().getParent();
        List<String> links = java.util.regex.Pattern.compile("\\]\\(([^)#]+)|src=\"([^\"]+)\"").matcher(Files.readString(readme())).results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2)).toList();
        assertThat(links).hasSizeGreaterThan(5).allSatisfy(link -> assertThat(root.resolve(link)).exists());
    }

    /** A block that begins with a theory replaces the file, any other replaces its claims. */
    private void write(String text) throws IOException {
        boolean begins = text.startsWith("theory");
        if (begins) theory = text;
        Files.writeString(folder.resolve(FILE), begins ? text : theory + "\n" + text);
    }

    /** @return the number of commands */
    private int follow(Block block) {
        int commands = 0;
        for (int at = 0; at < block.lines().size(); commands++) {
            String command = block.lines().get(at);
            assertThat(command).startsWith(PROMPT);
            int end = at + 1;
            while (end < block.lines().size() && !block.lines().get(end).startsWith(PROMPT)) end++;
            boolean status = command.endsWith(STATUS);
            NewUserTest.Run run = run(command.substring(PROMPT.length()).replace(STATUS, ""));
            String printed = spaced(run.out() + (status ? "exit " + run.status() : ""));
            int from = 0;
            for (String part : parts(block.lines().subList(at + 1, end))) {
                int found = printed.indexOf(part, from);
                assertThat(found).as("%s should print%n%s%nand printed%n%s", command, part, run.out()).isNotNegative();
                from = found + part.length();
            }
            at = end;
        }
        return commands;
    }

    private static List<String> parts(List<String> lines) {
        return Stream.of(String.join("\n", lines).split("(?m)^\\.\\.\\.$")).map(ReadmeTest::spaced).filter(part -> !part.isEmpty()).toList();
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private NewUserTest.Run run(String command) {
        Path file = folder.resolve(FILE);
        Object[] arguments = Stream.of(command.split(" ")).map(word -> word.equals(FILE) ? file.toString() : word).toArray();
        NewUserTest.Run run = NewUserTest.tenet(arguments);
        return new NewUserTest.Run(run.status(), run.out().replace(file.toString(), FILE), run.err());
    }

    private static Path readme() {
        return Path.of("").toAbsolutePath().getParent().resolve("README.md");
    }

    private static List<Block> blocks(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> inside = null;
        for (String line : Files.readAllLines(page))
            if (!line.startsWith("```")) {
                if (inside != null) inside.add(line);
            } else if (inside == null) {
                inside = new ArrayList<>();
                blocks.add(new Block(line.substring(3), inside));
            } else {
                inside = null;
            }
        return blocks;
    }
}
