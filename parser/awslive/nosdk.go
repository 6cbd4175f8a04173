//go:build !aws

package awslive

import "context"

// Open says that this binary cannot.
func Open(context.Context, Login) (*Account, string, error) { return nil, "", ErrNoSDK }

// Assume is never reached: Open has refused before.
func (a *Account) Assume(string, Role) *Account { return a }
