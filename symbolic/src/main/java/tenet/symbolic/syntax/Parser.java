package tenet.symbolic.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.syntax.grammar.TenetParser;
import tenet.symbolic.term.Term;

/**
 * Reads texts. Bad input never throws: whatever is wrong comes back as diagnostics, all of it, and what could be read
 * comes back too.
 */
public final class Parser {
    private Parser() {
    }

    /**
     * What a text says.
     *
     * @param value       the theories and claims (or certificates) without the ones that have mistakes in them
     * @param diagnostics in the order of the text, at most about fifty
     */
    public record Result<T>(T value, List<Diagnostic> diagnostics) {
        public Result {
            diagnostics = List.copyOf(diagnostics);
        }

        public boolean hasErrors() {
            return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR);
        }
    }

    /** Reads a {@code .tenet} file whose claims may be stated in library theories. */
    public static Result<Document> parse(String fileName, String text, Function<String, Optional<Document.Theory>> libraryTheories) {
        return parse(fileName, text, new Library(libraryTheories, id -> false));
    }

    /** Reads a {@code .tenet} file that may use what a library states. */
    public static Result<Document> parse(String fileName, String text, Library library) {
        Problems problems = new Problems(fileName);
        Document document = Reading.of(fileName, text, false, problems, TenetParser::file)
                .map(reading -> new Claims(problems, reading, library).document(fileName))
                .orElseGet(() -> new Document(fileName, List.of(), List.of()));
        return new Result<>(document, problems.all());
    }

    /**
     * Reads a {@code .cert} file: certificates by claim id, each in the scope of its statement's signature.
     *
     * @param statements the statements by id
     */
    public static Result<Map<String, Certificate>> parseCertificates(String fileName, String text, Function<String,
            Optional<Statement>> statements) {
        Problems problems = new Problems(fileName);
        Map<String, Certificate> certificates = Reading.of(fileName, text, true, problems, TenetParser::certificates)
                .map(reading -> new Certificates(problems, reading).certificates(fileName, statements)).orElseGet(Map::of);
        return new Result<>(certificates, problems.all());
    }

    /** Reads one term in the scope of a signature. */
    public static Result<Optional<Term>> parseTerm(String text, Signature signature) {
        return parse(text, parser -> parser.wholeTerm().term(), (terms, tree) -> terms.term(tree, Scope.of(signature)));
    }

    /** Reads one formula in the scope of a signature. */
    public static Result<Optional<Formula>> parseFormula(String text, Signature signature) {
        return parse(text, parser -> parser.wholeFormula().formula(), (terms, tree) -> terms.shapes.formulas.formula(tree,
                Scope.of(signature)));
    }

    private static <C, T> Result<Optional<T>> parse(String text, Function<TenetParser, C> rule,
            java.util.function.BiFunction<Terms, C, T> elaborate) {
        Problems problems = new Problems("input");
        Optional<T> value = Reading.of("input", text, false, problems, rule).filter(reading -> problems.count() == 0)
                .flatMap(reading -> {
                    try {
                        return Optional.of(elaborate.apply(new Terms(problems), reading.tree()));
                    } catch (Abandoned reported) {
                        return Optional.empty();
                    }
                });
        return new Result<>(value, problems.all());
    }
}
