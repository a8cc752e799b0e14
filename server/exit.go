package server

// exit handles "exit": the session is over.
func (s *session) exit(*struct{}) error {
	s.end()
	return nil
}
