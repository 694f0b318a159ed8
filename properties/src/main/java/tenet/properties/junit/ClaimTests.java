package tenet.properties.junit;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import tenet.properties.check.Check;
import tenet.properties.check.Settings;
import tenet.properties.check.StandardMethods;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Finding;
import tenet.theorems.FindingText;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

/** The tests of one file. */
final class ClaimTests {
    private ClaimTests() {
    }

    static DynamicNode of(String name, TenetFile asked, Class<?> test) {
        Library library = Library.builtIn();
        Source source;
        try {
            source = SourceReader.read(path(name, test), library);
        } catch (InvalidInput wrong) {
            // One failing test, so that the other files of the class are tested all the same.
            return DynamicTest.dynamicTest(name, () -> {
                throw new AssertionError(wrong.getMessage());
            });
        }
        return DynamicContainer.dynamicContainer(name, source.document().claims().stream().map(claim -> DynamicTest.dynamicTest(
                claim.id() + (claim.title().isEmpty() || claim.title().equals(claim.id()) ? "" : ": " + claim.title()),
                place(claim), () -> check(claim, source, library, asked))));
    }

    private static void check(Claim claim, Source source, Library library, TenetFile asked) throws InterruptedException {
        Optional<Claim.Expectation> least = switch (asked.require()) {
            case EXPECTED -> Optional.empty();
            case SUPPORTED -> Optional.of(Claim.Expectation.SUPPORTED);
            case CERTIFIED -> Optional.of(Claim.Expectation.CERTIFIED);
            case PROVED -> Optional.of(Claim.Expectation.PROVED);
        };
        Settings settings = new Settings(asked.seed(), asked.tries(), Duration.ofSeconds(asked.timeLimit()), 1, true, Settings.DEFAULT.horizon(), least);
        Finding finding = new Check(library, List.of(new Check.Selection(source, List.of(claim))), settings, new StandardMethods())
                .run(found -> { }).findings().getLast();
        if (!finding.met()) throw new AssertionError(FindingText.headline(finding) + "\n" + claim.place() + "\n" + FindingText.details(finding));
    }

    private static URI place(Claim claim) {
        return URI.create(Path.of(claim.place().file()).toUri() + "?line=" + claim.place().line());
    }

    private static Path path(String name, Class<?> test) throws InvalidInput {
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) return file;
        URL resource = Optional.ofNullable(test.getResource(name)).orElseGet(() -> test.getResource("/" + name));
        if (resource == null) throw new InvalidInput(name + " is neither a file in " + Path.of("").toAbsolutePath() + " nor a resource of " + test.getName());
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException | java.nio.file.FileSystemNotFoundException inside) {
            throw new InvalidInput(name + " is inside of " + resource + "; name a file");
        }
    }
}
