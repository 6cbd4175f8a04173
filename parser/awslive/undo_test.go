//go:build aws

package awslive

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// undo makes of a value of a document what an answer has for it. What was there before is what another line of the
// table has put.
func (f fill) undo(v, before any) any {
	for _, fn := range slices.Backward(f.fns) {
		if v != nil {
			v = undo(fn, v, before)
		}
	}
	return v
}

func undo(fn string, v, before any) any {
	name, word, _ := strings.Cut(strings.TrimSuffix(fn, ")"), "(")
	switch name {
	case "is":
		if fmt.Sprint(v) == "true" {
			return word
		}
		return "not-" + word
	case "as":
		if fmt.Sprint(v) != word {
			return nil
		}
		return map[string]any{}
	case "words":
		for pair := range strings.SplitSeq(word, ",") {
			if from, to, _ := strings.Cut(pair, ":"); to == fmt.Sprint(v) && !strings.HasSuffix(from, "*") {
				return from
			}
		}
		return nil
	case "secret":
		return cmp.Or(word, "something")
	case "last":
		return "x/" + fmt.Sprint(v)
	case "entry":
		entries, _ := before.([]any)
		return append(slices.Clone(entries), map[string]any{"key": word, "value": asText(v)})
	case "default":
		return []any{map[string]any{"IsDefaultVersion": true, "Document": escaped(v)}}
	case "principal":
		return map[string]any{"AWS": v}
	}
	return undoList(name, word, v)
}

func undoList(name, word string, v any) any {
	out := []any{}
	switch name {
	case "split":
		var words []string
		for _, e := range rowsAt(v, "") {
			words = append(words, fmt.Sprint(e))
		}
		return strings.Join(words, ",")
	case "joined":
		return rowsOf(strings.Split(fmt.Sprint(v), ","))
	case "count":
		n, _ := v.(float64)
		for range int(n) {
			out = append(out, map[string]any{})
		}
		return out
	case "pairs":
		key, value, _ := strings.Cut(word, ":")
		members, _ := v.(map[string]any)
		for name, v := range members {
			out = append(out, map[string]any{key: name, value: v})
		}
		return out
	case "objects":
		for _, e := range rowsAt(v, "") {
			out = append(out, at(e, word))
		}
		return out
	case "rename":
		for pair := range strings.SplitSeq(word, ",") {
			from, to, _ := strings.Cut(pair, ":")
			v = renamed(v, to, from)
		}
		return v
	case "rules":
		return permissions(v, word)
	case "interfaces":
		return attached(v)
	case "lifecycle":
		return expiring(v)
	case "grants":
		return granted(v)
	}
	return v
}

// attached are interfaces as they are told of an instance.
func attached(v any) any {
	out := []any{}
	for _, e := range rowsAt(v, "") {
		members := map[string]any{"attachment": map[string]any{"deviceIndex": at(e, "DeviceIndex"), "deleteOnTermination": at(e, "DeleteOnTermination")}}
		if fmt.Sprint(at(e, "AssociatePublicIpAddress")) == "true" {
			members["association"] = map[string]any{"ipOwnerId": "amazon"}
		}
		for from, to := range map[string]string{"SubnetId": "subnetId", "Description": "description", "NetworkInterfaceId": "networkInterfaceId"} {
			if text := at(e, from); text != nil {
				members[to] = text
			}
		}
		groups := []any{}
		for _, group := range rowsAt(e, "GroupSet") {
			groups = append(groups, map[string]any{"groupId": group})
		}
		members["groupSet"] = groups
		out = append(out, members)
	}
	return out
}

// expiring are the rules of a bucket's lifecycle as S3 tells them.
func expiring(v any) any {
	out := []any{}
	for _, e := range rowsAt(v, "") {
		rule := map[string]any{}
		for from, to := range map[string]string{
			"Id": "ID", "Status": "Status", "ExpirationInDays": "Expiration.Days", "ExpirationDate": "Expiration.Date",
			"ExpiredObjectDeleteMarker":      "Expiration.ExpiredObjectDeleteMarker",
			"AbortIncompleteMultipartUpload": "AbortIncompleteMultipartUpload",
			"NoncurrentVersionExpiration":    "NoncurrentVersionExpiration",
			"Prefix":                         "Filter.Prefix",
			"NoncurrentVersionTransitions":   "NoncurrentVersionTransition", "Transitions": "Transition",
		} {
			if found := at(e, from); found != nil {
				nest(rule, to, found)
			}
		}
		out = append(out, rule)
	}
	return out
}

// escaped is a policy as IAM hands it out.
func escaped(v any) string { return url.QueryEscape(asText(v)) }

func renamed(v any, from, to string) any {
	out := []any{}
	for _, e := range rowsAt(v, "") {
		members := map[string]any{}
		merge(members, e)
		if members[from] != nil {
			members[to] = members[from]
			delete(members, from)
		}
		out = append(out, members)
	}
	if _, list := v.([]any); !list && len(out) == 1 {
		return out[0]
	}
	return out
}

func permissions(v any, side string) any {
	out := []any{}
	for _, rule := range rowsAt(v, "") {
		permission := map[string]any{"ipProtocol": at(rule, "IpProtocol")}
		for from, to := range map[string]string{"FromPort": "fromPort", "ToPort": "toPort"} {
			if port := at(rule, from); port != nil {
				permission[to] = port
			}
		}
		for from, to := range map[string][2]string{
			"CidrIp": {"ipRanges", "cidrIp"}, "CidrIpv6": {"ipv6Ranges", "cidrIpv6"},
			side + "PrefixListId": {"prefixListIds", "prefixListId"}, side + "SecurityGroupId": {"groups", "groupId"},
		} {
			if peer := at(rule, from); peer != nil {
				row := map[string]any{to[1]: peer}
				if text := at(rule, "Description"); text != nil {
					row["description"] = text
				}
				permission[to[0]] = []any{row}
			}
		}
		out = append(out, permission)
	}
	return out
}

func granted(v any) any {
	out := []any{}
	for _, grant := range rowsAt(v, "") {
		grantee := map[string]any{}
		for from, to := range map[string]string{"uri": "URI", "id": "ID", "email_address": "EmailAddress"} {
			if text := at(grant, "grantee."+from); text != nil {
				grantee[to] = text
			}
		}
		out = append(out, map[string]any{"Grantee": grantee, "Permission": at(grant, "permission")})
	}
	return out
}
