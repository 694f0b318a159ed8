package tenet.properties.replay;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenet.numeric.algebra.NoValue;
import tenet.numeric.algebra.Rationals;
import tenet.numeric.evaluation.Evaluation;
import tenet.numeric.evaluation.Instance;
import tenet.numeric.evaluation.State;
import tenet.numeric.linear.Value;
import tenet.properties.construction.Constancy;
import tenet.properties.construction.Declared;
import tenet.properties.construction.Premises;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.syntax.Parser;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;
import tenet.theorems.InstanceBlock;
import tenet.theorems.InvalidInput;

/** Reads the values of an {@link InstanceBlock}. What the block leaves out is as simple as can be: least integers, zeros. */
public final class InstanceReader {
    private static final Pattern LINE = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)(?:\\[([\\d, -]+)\\])?(')?\\s*=\\s*(.+)");
    private static final Pattern FUNCTION = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\(X\\)\\s*=\\s*(.+)");
    private static final Pattern SINGLE = Pattern.compile("\\[\\[([^\\[\\],;]+)]]");
    private static final Pattern TENSOR = Pattern.compile("tensor\\[([\\d, ]*)\\]\\s*\\[(.*)\\]");

    private final Statement statement;
    private final Premises premises;
    private final Declared declared;
    private final Map<String, String> values = new LinkedHashMap<>();
    private Instance instance = Instance.EMPTY;

    private InstanceReader(Statement statement) {
        this.statement = statement;
        this.premises = new Premises(statement);
        this.declared = new Declared(premises);
    }

    /** @throws InvalidInput with the place of the block, when a line names nothing declared or has no value of its shape */
    public static Instance read(InstanceBlock block, Statement statement) throws InvalidInput {
        try {
            return new InstanceReader(statement).read(block.lines());
        } catch (InvalidInput wrong) {
            throw new InvalidInput(block.place() + ": " + wrong.getMessage());
        } catch (NoValue | IllTyped | ArithmeticException | IllegalArgumentException wrong) {
            throw new InvalidInput(block.place() + ": the instance does not fit " + statement.id() + ": " + wrong.getMessage());
        }
    }

    private Instance read(List<String> lines) throws InvalidInput {
        for (String line : lines) {
            Matcher function = FUNCTION.matcher(line);
            Matcher member = LINE.matcher(line);
            if (function.matches()) values.put(known(function.group(1)) + "(X)", function.group(2));
            else if (member.matches()) values.put(known(member.group(1)) + indices(member.group(2)) + (member.group(3) == null ? "" : "'"), member.group(4));
            else throw new InvalidInput("'" + line + "' is not of the form NAME = VALUE");
        }
        Signature signature = statement.signature();
        for (Declaration declaration : signature.declarations())
            switch (declaration) {
                case Declaration.Parameter parameter -> members(parameter.name(), parameter.indices(), false);
                case Declaration.Variable variable -> members(variable.name(), variable.indices(), Constancy.movesFreely(variable, signature));
                case Declaration.Function function when function.body().isEmpty() -> function(function);
                case Declaration.Function ignored -> { }
                case Declaration.Definition ignored -> { }
                case Declaration.Flow ignored -> { }
            }
        return instance;
    }

    /** Reports also print the time and the indices at which a conclusion fails; these are found anew. */
    private String known(String name) throws InvalidInput {
        if (statement.signature().find(name).isPresent() || name.equals("t") || bound(statement.conclusion(), name)) return name;
        throw new InvalidInput(name + " is not declared in " + statement.id());
    }

    private static boolean bound(Formula formula, String name) {
        return switch (formula) {
            case Formula.Relation ignored -> false;
            case Formula.And(List<Formula> parts) -> parts.stream().anyMatch(part -> bound(part, name));
            case Formula.ForAll(Range range, Formula body) -> range.index().equals(name) || bound(body, name);
            case Formula.ForEvery(String every, var sort, Formula body) -> every.equals(name) || bound(body, name);
            case Formula.Initially(Formula body) -> bound(body, name);
        };
    }

    private static String indices(String text) {
        return text == null ? "" : "[" + text.replace(" ", "") + "]";
    }

    private void members(String name, List<Range> ranges, boolean moving) throws InvalidInput {
        for (List<Integer> at : declared.places(ranges, instance)) {
            String member = name + (at.isEmpty() ? "" : at.toString().replace(" ", ""));
            Sort sort = declared.sort(name, at);
            if (sort instanceof Sort.Int) {
                Value<Rational> value = values.containsKey(member) ? value(values.get(member), List.of(), member) : Value.scalar(least(name, at));
                if (!value.entries().getFirst().isInteger()) throw new InvalidInput(member + " must be an integer");
                instance = instance.with(name, at, value);
                continue;
            }
            List<Integer> shape = new Evaluation<>(premises.primitives(), State.of(new Rationals(), instance)).shape(sort);
            instance = instance.with(name, at, values.containsKey(member) ? value(values.get(member), shape, member) : zero(shape));
            if (moving) instance = instance.withRate(name, at, values.containsKey(member + "'") ? value(values.get(member + "'"), shape, member + "'") : zero(shape));
        }
    }

    private Rational least(String name, List<Integer> at) {
        return declared.integerBounds(name, at, instance).low().map(low -> Rational.of(low.negate().floor().negate().longValueExact())).orElse(Rational.ZERO);
    }

    private static Value<Rational> zero(List<Integer> shape) {
        return Value.of(shape, Collections.nCopies(Value.size(shape), Rational.ZERO));
    }

    private void function(Declaration.Function function) throws InvalidInput {
        if (function.arguments().size() != 1) throw new InvalidInput("the function " + function.name() + " has several arguments");
        List<Integer> shape = new Evaluation<>(premises.primitives(), State.of(new Rationals(), instance)).shape(function.arguments().getFirst());
        String text = values.getOrDefault(function.name() + "(X)", "0");
        instance = instance.with(function.name(), new FunctionText(shape).read(text));
    }

    private static Value<Rational> value(String text, List<Integer> shape, String member) throws InvalidInput {
        Matcher tensor = TENSOR.matcher(text);
        List<Rational> entries;
        if (tensor.matches()) {
            entries = Arrays.stream(tensor.group(2).split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).map(Rational::parse).toList();
        } else {
            // The language has no 1 x 1 matrices: a number is one.
            Matcher single = SINGLE.matcher(text);
            Parser.Result<Optional<Term>> read = Parser.parseTerm(single.matches() ? single.group(1) : text, Signature.EMPTY);
            if (read.value().isEmpty() || read.hasErrors()) throw new InvalidInput("the value of " + member + " cannot be read: " + text);
            entries = new Evaluation<>(new Rationals(), Signature.EMPTY, Instance.EMPTY).evaluate(read.value().get()).entries();
        }
        if (entries.size() != Value.size(shape)) throw new InvalidInput("the value of " + member + " has " + entries.size() + " entries in place of " + Value.size(shape));
        return Value.of(shape, entries);
    }
}
