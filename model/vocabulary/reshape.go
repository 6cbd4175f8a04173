package vocabulary

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// rewrite gives an inline setting the shape of its companion, or of a list of companions.
func (in *inline) rewrite(v model.Value) model.Value {
	if list, ok := v.Data.([]model.Value); ok && len(list) == 0 || v.State == model.Absent {
		return model.Missing(v.Origin)
	}
	if in.say != nil {
		v = in.say(v)
	}
	v = reshape(v, in.words)
	switch {
	case in.many && in.under != "":
		return eachKnown(v, func(list model.Value) model.Value { return wrapElements(list, in.under) })
	case in.many:
		return v
	case in.under != "":
		return wrapIfThere(v, in.under)
	}
	return eachKnown(v, onlyBlock)
}

// reshape puts a block, or each of a list of blocks, into other words.
func reshape(v model.Value, words []word) model.Value {
	if len(words) == 0 {
		return v
	}
	return eachKnown(v, func(v model.Value) model.Value {
		switch data := v.Data.(type) {
		case []model.Value:
			blocks := make([]model.Value, len(data))
			for i, block := range data {
				blocks[i] = reshape(block, words)
			}
			v.Data = blocks
		case model.Members:
			v.Data = translate(data, v.Origin, words)
		}
		return v
	})
}

func translate(data model.Members, at model.Origin, words []word) model.Members {
	said := make(map[string]model.Value, len(data))
	for name, v := range data.All() {
		if !slices.ContainsFunc(words, func(w word) bool { return w.from == name }) {
			said[name] = v
		}
	}
	for i := range words {
		w := &words[i]
		v, written := data.Lookup(w.from)
		if !written {
			v = missing(at, w.from)
		}
		v = reshape(v, w.inside)
		if w.say != nil {
			v = w.say(v)
		}
		nest(said, w.to, v)
	}
	return model.MembersFrom(said)
}

// nest puts a value at a dotted path, and makes the blocks on the way. An absent one needs no block.
func nest(object map[string]model.Value, path string, v model.Value) {
	name, rest, deeper := strings.Cut(path, ".")
	if !deeper {
		object[name] = v
		return
	}
	if v.State != model.Absent {
		object[name] = model.List([]model.Value{wrap(v, rest)}, v.Origin)
	}
}

// wrapIfThere is wrap of a value that may be absent: then so may the object.
func wrapIfThere(v model.Value, path string) model.Value {
	absent := func(a model.Value) bool { return a.State == model.Absent }
	if v.State != model.Unknown || !slices.ContainsFunc(v.Why.Alternatives, absent) {
		return wrap(v, path)
	}
	wrapped := make([]model.Value, len(v.Why.Alternatives))
	for i, a := range v.Why.Alternatives {
		if wrapped[i] = a; !absent(a) {
			wrapped[i] = wrap(a, path)
		}
	}
	return model.OneOf(v.Why.Reason, v.Origin, wrapped...)
}

// wrap is the object that has only v, at a dotted path.
func wrap(v model.Value, path string) model.Value {
	object := make(map[string]model.Value, 1)
	nest(object, path, v)
	return model.Object(object, v.Origin)
}

func wrapElements(list model.Value, under string) model.Value {
	var wrapped []model.Value
	for e := range list.Elements() {
		wrapped = append(wrapped, wrap(e, under))
	}
	return model.List(wrapped, list.Origin)
}

// onlyBlock is the one block of a block type that may be written once.
func onlyBlock(v model.Value) model.Value {
	list, ok := v.Data.([]model.Value)
	if !ok {
		return v
	}
	if len(list) == 0 {
		return model.Missing(v.Origin)
	}
	return list[0]
}

// eachKnown changes a known value, or each alternative of an unknown one. Of another unknown nothing stays but the
// reason: what is known of it was said of its old shape.
func eachKnown(v model.Value, change func(model.Value) model.Value) model.Value {
	switch {
	case v.State == model.Known:
		return change(v)
	case v.State == model.Unknown && len(v.Why.Alternatives) > 0:
		changed := make([]model.Value, len(v.Why.Alternatives))
		for i, a := range v.Why.Alternatives {
			changed[i] = eachKnown(a, change)
		}
		return model.OneOf(v.Why.Reason, v.Origin, changed...)
	case v.State == model.Unknown:
		unknown := model.Undecided(v.Why.Reason, v.Origin)
		unknown.Sensitive = v.Sensitive
		return unknown
	}
	return v
}

func missing(at model.Origin, name string) model.Value {
	if at.Name != "" {
		name = at.Name + "." + name
	}
	at.Name = name
	return model.Missing(at)
}

func enabledOrSuspended(v model.Value) model.Value { return eitherWord(v, "Enabled", "Suspended") }
func enabledOrDisabled(v model.Value) model.Value  { return eitherWord(v, "Enabled", "Disabled") }

// eitherWord says a boolean as one of two words.
func eitherWord(v model.Value, yes, no string) model.Value {
	if v.State == model.Unknown && len(v.Why.Alternatives) == 0 {
		return model.OneOf(v.Why.Reason, v.Origin, model.Text(yes, v.Origin), model.Text(no, v.Origin))
	}
	return eachKnown(v, func(v model.Value) model.Value {
		switch {
		case v.IsTrue() == model.Yes:
			v.Data = yes
		case v.IsFalse() == model.Yes:
			v.Data = no
		}
		return v
	})
}

// enforcesHTTPS fills in what the provider sends with a block that is there; without the block HTTPS is not enforced.
func enforcesHTTPS(v model.Value) model.Value {
	return eachKnown(v, func(v model.Value) model.Value {
		switch data := v.Data.(type) {
		case []model.Value:
			blocks := make([]model.Value, len(data))
			for i, block := range data {
				blocks[i] = enforcesHTTPS(block)
			}
			v.Data = blocks
		case model.Members:
			v.Data = data.With("enforce_https", v.At("enforce_https").Or(true))
		}
		return v
	})
}

// redirect takes "https://example.org" apart.
func redirect(v model.Value) model.Value {
	return eachKnown(v, func(v model.Value) model.Value {
		url, ok := v.Data.(string)
		if !ok {
			return v
		}
		target := make(map[string]model.Value, 2)
		protocol, host, has := strings.Cut(url, "://")
		if !has {
			host = url
		} else {
			target["protocol"] = model.Text(protocol, v.Origin)
		}
		target["host_name"] = model.Text(host, v.Origin)
		return model.List([]model.Value{model.Object(target, v.Origin)}, v.Origin)
	})
}

// grants makes one grant of each permission: the companion's has only one.
func grants(v model.Value) model.Value {
	return eachKnown(v, func(v model.Value) model.Value {
		var list []model.Value
		for block := range v.Elements() {
			list = append(list, permissions(block)...)
		}
		v.Data = list
		return v
	})
}

func permissions(block model.Value) []model.Value {
	if block.State == model.Unknown {
		return []model.Value{model.Undecided(block.Why.Reason, block.Origin)}
	}
	grantee := make(map[string]model.Value, 3)
	for _, name := range [...]string{"id", "type", "uri"} {
		grantee[name] = block.At(name)
	}
	to := model.List([]model.Value{model.Object(grantee, block.Origin)}, block.Origin)
	var list []model.Value
	for permission := range block.Each("permissions") {
		grant := map[string]model.Value{"permission": permission, "grantee": to}
		list = append(list, model.Object(grant, block.Origin))
	}
	return list
}
