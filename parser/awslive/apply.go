package awslive

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/parser/cfnmap"
)

// withheld stands for a value that is there and is given out to nobody.
const withheld = secret("withheld")

type secret string

// apply is a function of the table:
//
//	is(WORD)      whether the text is the word
//	as(WORD)      the word, whatever is there
//	words(A:B,…)  A is B; A* is any that begins with A
//	secret(WORD)  something secret is there, if the text is the word; without a word, whatever is there
//	last          what stands after the last slash or colon
//	split         the words of a text with commas
//	joined        the text, with commas, of words
//	filled        a text that is not empty
//	customer      a key that is not the platform's own, by its alias
//	count         how many there are
//	list          a list, also where the answer has nothing
//	one           the first of a list
//	entry(KEY)    the value of that key, of a list of keys and values
//	pairs(K:V)    an object, of a list of objects whose members K are its names, V its values
//	objects(NAME) a list of objects with this member, of a list of values
//	spread(NAME)  one object for each element of that member
//	rename(A:B,…) the member A is called B
//	snake         names as Terraform writes them
//	default       the document of a policy's default version
//	principal     whom a statement is about, without its kind
//	rules(SIDE)   the rules of a security group
//	interfaces    those of an instance
//	lifecycle     the rules of a bucket's lifecycle
//	grants        those of an access control list
func apply(fn string, v any) any {
	name, word, _ := strings.Cut(strings.TrimSuffix(fn, ")"), "(")
	switch name {
	case "is", "words", "secret", "last", "filled":
		v = alone(v)
	}
	switch name {
	case "is":
		return strings.EqualFold(fmt.Sprint(v), word)
	case "as":
		return word
	case "words":
		return translated(fmt.Sprint(v), word)
	case "secret":
		if word == "" || strings.EqualFold(fmt.Sprint(v), word) {
			return withheld
		}
		return nil
	case "last":
		text := fmt.Sprint(v)
		return text[strings.LastIndexAny(text, "/:")+1:]
	case "customer":
		if strings.Contains(fmt.Sprint(v), "alias/aws/") {
			return nil
		}
		return v
	case "filled":
		if v == "" {
			return nil
		}
		return v
	}
	return ofList(name, word, v)
}

// fromNothing tells a function that makes something even where the answer has nothing.
func fromNothing(fn string) bool {
	return fn == "list" || fn == "count" || strings.HasPrefix(fn, "rules")
}

func translated(text, words string) any {
	for pair := range strings.SplitSeq(words, ",") {
		from, to, _ := strings.Cut(pair, ":")
		if stem, open := strings.CutSuffix(from, "*"); from == text || open && strings.HasPrefix(text, stem) {
			return to
		}
	}
	return nil
}

// ofList has the functions that make a list, or something of one.
func ofList(name, word string, v any) any {
	switch name {
	case "split":
		return rowsOf(strings.Split(fmt.Sprint(v), ","))
	case "joined":
		var words []string
		for _, e := range rowsAt(v, "") {
			words = append(words, fmt.Sprint(e))
		}
		return strings.Join(words, ",")
	case "count":
		return float64(len(rowsAt(v, "")))
	case "list":
		if v == nil {
			return []any{}
		}
		return v
	case "one":
		return oneOf(v)
	case "entry":
		for _, e := range rowsAt(v, "") {
			if textAt(e, "key") == word {
				return at(e, "value")
			}
		}
		return nil
	case "pairs":
		key, value, _ := strings.Cut(word, ":")
		members := map[string]any{}
		for _, e := range rowsAt(v, "") {
			members[textAt(e, key)] = at(e, value)
		}
		return members
	case "objects":
		objects := []any{}
		for _, e := range rowsAt(v, "") {
			objects = append(objects, map[string]any{word: e})
		}
		return objects
	}
	return restructure(name, word, v)
}

func rowsOf(words []string) []any {
	rows := make([]any, 0, len(words))
	for _, w := range words {
		rows = append(rows, strings.TrimSpace(w))
	}
	return rows
}

func restructure(name, word string, v any) any {
	switch name {
	case "rename":
		for pair := range strings.SplitSeq(word, ",") {
			rename(v, pair)
		}
		return v
	case "spread":
		return spread(v, word)
	case "snake":
		return snake(v)
	case "default":
		for _, version := range rowsAt(v, "") {
			if textAt(version, "IsDefaultVersion") == "true" {
				return at(version, "Document")
			}
		}
		return nil
	case "principal":
		if kinds, ok := v.(map[string]any); ok {
			for _, kind := range slices.Sorted(maps.Keys(kinds)) {
				return oneOf(kinds[kind])
			}
		}
		return v
	case "rules":
		return rules(v, word)
	case "interfaces":
		return interfaces(v)
	case "lifecycle":
		return lifecycle(v)
	case "grants":
		return grants(v)
	}
	panic("awslive: the table has no function " + name)
}

func rename(v any, pair string) {
	from, to, _ := strings.Cut(pair, ":")
	for _, e := range rowsAt(v, "") {
		if members, ok := e.(map[string]any); ok && members[from] != nil {
			members[to] = members[from]
			delete(members, from)
		}
	}
}

// spread has an object for each element of a member.
func spread(v any, name string) any {
	out := []any{}
	for _, e := range rowsAt(v, "") {
		members, _ := e.(map[string]any)
		for _, element := range rowsAt(members[name], "") {
			one := maps.Clone(members)
			one[name] = element
			out = append(out, one)
		}
	}
	return out
}

// snake spells the names of members as Terraform does.
func snake(v any) any {
	switch data := v.(type) {
	case []any:
		for i := range data {
			data[i] = snake(data[i])
		}
	case map[string]any:
		out := make(map[string]any, len(data))
		for name, inner := range data {
			out[cfnmap.Snake(name)] = snake(inner)
		}
		return out
	}
	return v
}

func oneOf(v any) any {
	if list, ok := v.([]any); ok {
		if len(list) == 0 {
			return nil
		}
		return list[0]
	}
	return v
}
